/** The shapes that cross module borders. Exercise files define them; see exercises/ and kinds/<kind>/setting.schema.json. */

export interface Source {
  text: string;
  label: string;
  href: string;
}

export interface ExerciseCriterion {
  id: string;
  name: string;
  points: number;
  gate: boolean;
  /** Protects people: an answer that fails it never passes, and the page says so before all else. */
  safety?: boolean;
  when: string;
  met: string;
  unmet: string;
  source: Source;
}

export interface Exercise {
  id: string;
  number: string;
  version: string;
  kind: string;
  title: string;
  chapter: number;
  minutes: number;
  outcomes: string[];
  sources: Source[];
  fictional: boolean;
  brief: string;
  setting: Record<string, any>;
  criteria: ExerciseCriterion[];
  hints: string[];
  materials?: Materials;
}

/** The rows of a dataset that can be cited: key to a short label. */
export interface Citable {
  title: string;
  rows: Record<string, string>;
}

/** What the course adds to an exercise beside its own text, when its setting asks for it. */
export interface Materials {
  citable?: Record<string, Citable>;
  earlier?: Record<string, EarlierExercise>;
}

/** What the ids of an earlier exercise stand for. */
export interface EarlierExercise {
  title: string;
  named: Record<string, { name: string; type?: string; level?: string }>;
}

export interface SolutionAnswer {
  answer: Record<string, any>;
  why: string;
}

/** How a misconception shows in an answer, and what the page then says. */
export interface Misconception {
  id: string;
  family: "everything" | "nothing-but" | "one-value" | "harm" | "against-the-brief" | "gesture" | "reversed";
  sign: string;
  remark: string;
}

export interface Payload {
  exercise: Exercise;
  misconceptions?: Misconception[];
  solution: { model: SolutionAnswer; alternative: SolutionAnswer } | null;
  reviews?: Question[];
  course: string;
  /** What the course itself adds to the texts of the interface, by language; only in a notebook and for a first view. */
  texts?: Record<string, import("./i18n/messages.js").Catalogue>;
  /** Real initiatives to compare a design with, and the page that tells more about each; only with designs. */
  initiatives?: import("./kinds/designer/nearest.js").Case[];
  atlas?: string;
}

export interface GradedCriterion {
  id: string;
  met: boolean;
  points: number;
  message: string;
  source: Source;
}

export interface Grade {
  exercise: string;
  version: string;
  criteria: GradedCriterion[];
  points: number;
  max_points: number;
  passed: boolean;
}

export interface Refusal {
  error: { id: string; message: string; details: Record<string, string | number> };
}

export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

export interface Question {
  id: string;
  outcomes: string[];
  source: Source;
  further_sources?: Source[];
  question: string;
  several: boolean;
  options: Option[];
  always: string;
}

/** What a kind's facts.js exports. */
export interface KindFacts {
  declarations: import("./core/criteria.js").Declarations;
  empty(exercise: Exercise): Record<string, any>;
  read(answer: unknown, exercise: Exercise): any;
  facts(answer: any, exercise: Exercise): Record<string, any>;
  criteria?(exercise: Exercise): ExerciseCriterion[];
}

/**
 * What a kind's careless.js exports: answers that take no thought, made from the setting of any exercise of the kind.
 * None of the first three may pass. It runs in Python's engine alone; no page carries it.
 */
export interface KindCareless {
  /** All that can be ticked, placed, joined or claimed; several where there are several ways. */
  everything(exercise: Exercise): any[];
  /** The same value in each place, one answer for each value. */
  oneValue(exercise: Exercise): any[];
  /** The order or direction turned round; empty, with the reason in a comment, where a kind has none. */
  reversed(exercise: Exercise, good: any): any[];
  /** Any well-formed answer, finished: sizes and densities vary, so that small, middling and full ones come up. */
  random(exercise: Exercise, random: import("./core/random.js").Random): any;
  /** The answer with one small change such as a person makes at a time; well-formed like it. */
  step(exercise: Exercise, answer: any, random: import("./core/random.js").Random): any;
}

/** What a kind's words.js exports: an answer in words, one line for each thing said. */
export type Describe = (exercise: Exercise, answer: any, t: import("./i18n/messages.js").Translate) => string[];

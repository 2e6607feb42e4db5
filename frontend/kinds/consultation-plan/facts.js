import { readChoice, readFields, readList, readRow, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of a consultation plan: who is asked when and how, beside whom, when they hear back, and what
 * it costs.
 *
 * A meeting is one method in one week, however many groups share it, and is paid for once. Those who share it see and
 * hear each other if the method brings people together; a phone line, an app or a letter does not.
 */

/**
 * One row of a plan; null while open.
 * @typedef {{who: string | null, stage: string | null, method: string | null, week: number | null,
 *   feedback_week: number | null}} PlannedRow
 */
/** @typedef {{rows: PlannedRow[]}} Plan */
/** @typedef {{id: string, name: string, cost: number, note: string, together: boolean}} Method */

/** The stages of a policy at which people can be asked, the last one after the decision. */
export const STAGES = ["frame", "options", "draft", "review"];

/** The fields of a row. */
export const FIELDS = ["who", "stage", "method", "week", "feedback_week"];

/** A row. A number that is still open is NaN, so that every comparison with it is false. */
class Row {
  /**
   * @param {PlannedRow} row
   * @param {Meeting} [meeting] the one that it is part of
   */
  constructor(row, meeting) {
    this.who = row.who ?? "";
    this.stage = row.stage ?? "";
    this.method = row.method ?? "";
    this.week = row.week ?? NaN;
    this.feedback_week = row.feedback_week ?? NaN;
    this.complete = FIELDS.every((field) => row[/** @type {keyof PlannedRow} */ (field)] !== null);
    this.beside = meeting?.together ? meeting.groups.filter((group) => group !== row.who) : [];
  }
}

/** One method in one week. */
class Meeting {
  /**
   * @param {PlannedRow} row
   * @param {string[]} groups
   * @param {boolean} together
   */
  constructor({ method, week }, groups, together) {
    this.method = method ?? "";
    this.week = week ?? NaN;
    this.groups = groups;
    this.together = together;
  }
}

export const declarations = {
  types: {
    Row: {
      ctor: Row,
      fields: {
        who: "string",
        stage: "string",
        method: "string",
        week: "double",
        feedback_week: "double",
        complete: "bool", // nothing is left open
        beside: "list<string>", // the other groups in the same room in the same week; nobody on a phone line
      },
    },
    Meeting: { ctor: Meeting, fields: { method: "string", week: "double", groups: "list<string>", together: "bool" } },
  },
  variables: {
    rows: "list<Row>", // as planned; empty text where nothing is chosen
    stages: "list<string>", // those at which somebody is asked, each once
    methods: "list<string>", // those by which somebody is asked, each once
    meetings: "list<Meeting>", // each method and week once; together: those who share it see and hear each other
    asked_again: "list<string>", // the groups that are asked in more than one week
    most_asked: "int", // how many rows the group has that is asked most often
    draft_comes_last: "bool", // nobody sees a draft before people have begun to frame the question and to weigh options
    cost: "double", // of the meetings
    budget: "double",
    decision: "double", // the week of the decision
    weeks: "double", // how many weeks the calendar has
  },
};

/** @returns {Plan} */
export function empty() {
  return { rows: [] };
}

/**
 * @param {unknown} answer
 * @param {import("../../types").Exercise} exercise
 * @returns {Plan}
 */
export function read(answer, { setting }) {
  const [groups, methods] = [setting.groups, setting.methods].map((cards) => cards.map((/** @type {{id: string}} */ { id }) => id));
  const { rows } = readFields(answer, ["rows"]);
  return {
    rows: readList(rows, "rows").map((value, index) => {
      const place = `Row ${index + 1}`;
      const row = readRow(value, place, FIELDS);
      return {
        who: readChoice(row.who, `${place}, who`, groups),
        stage: readChoice(row.stage, `${place}, stage`, STAGES),
        method: readChoice(row.method, `${place}, method`, methods),
        week: readWhole(row.week, `${place}, week`),
        feedback_week: readWhole(row.feedback_week, `${place}, feedback_week`),
      };
    }),
  };
}

/**
 * @param {Plan} plan
 * @param {import("../../types").Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts({ rows }, { setting }) {
  const meetings = meetingsOf(rows, setting);
  /** @type {Map<string, PlannedRow[]>} */
  const asked = new Map();
  for (const row of rows) if (row.who !== null) asked.set(row.who, [...(asked.get(row.who) ?? []), row]);
  return {
    rows: rows.map((row) => new Row(row, meetings.get(keyOf(row)))),
    stages: STAGES.filter((stage) => rows.some((row) => row.stage === stage)),
    methods: [...new Set(rows.flatMap(({ method }) => method ?? []))],
    meetings: [...meetings.values()],
    asked_again: [...asked.keys()].filter((who) => new Set(asked.get(who)?.flatMap(({ week }) => week ?? [])).size > 1),
    most_asked: BigInt(Math.max(0, ...[...asked.values()].map((own) => own.length))),
    draft_comes_last: ["frame", "options"].every((stage) => !(beginningOf("draft", rows) < beginningOf(stage, rows))),
    cost: costOf(rows, setting),
    budget: setting.budget,
    decision: setting.decision_week,
    weeks: setting.weeks,
  };
}

/**
 * What a plan costs: each meeting once.
 * @param {PlannedRow[]} rows
 * @param {Record<string, any>} setting
 * @returns {number}
 */
export function costOf(rows, setting) {
  const price = new Map(setting.methods.map((/** @type {Method} */ { id, cost }) => [id, cost]));
  return [...meetingsOf(rows, setting).values()].reduce((sum, { method }) => sum + (price.get(method) ?? 0), 0);
}

/**
 * The meetings of a plan by what makes them one, in the order of the rows. Nobody shares a meeting whose week is open.
 * @param {PlannedRow[]} rows
 * @param {Record<string, any>} setting
 * @returns {Map<string, Meeting>}
 */
export function meetingsOf(rows, { methods }) {
  const together = new Set(methods.flatMap((/** @type {Method} */ method) => (method.together ? method.id : [])));
  /** @type {Map<string, Meeting>} */
  const meetings = new Map();
  for (const row of rows.filter(({ method }) => method !== null)) {
    const meeting = meetings.get(keyOf(row)) ?? new Meeting(row, [], together.has(row.method));
    meetings.set(keyOf(row), meeting);
    if (row.who !== null && row.week !== null && !meeting.groups.includes(row.who)) meeting.groups.push(row.who);
  }
  return meetings;
}

/** @param {PlannedRow} row */
const keyOf = ({ method, week }) => `${method} ${week}`;

/**
 * The first week of a stage; NaN where nobody is asked at it, so that every comparison with it is false.
 * @param {string} stage
 * @param {PlannedRow[]} rows
 * @returns {number}
 */
function beginningOf(stage, rows) {
  const weeks = rows.flatMap((row) => (row.stage === stage ? (row.week ?? []) : []));
  return weeks.length > 0 ? Math.min(...weeks) : NaN;
}

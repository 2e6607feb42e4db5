import { readChoice, readFields, readList, readRow, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of a consultation plan: who is asked when and how, when they hear back, and what it costs.
 *
 * A meeting is one method in one week, however many groups share it, and is paid for once.
 */

/**
 * One row of a plan; null while open.
 * @typedef {{who: string | null, stage: string | null, method: string | null, week: number | null,
 *   feedback_week: number | null}} PlannedRow
 */
/** @typedef {{rows: PlannedRow[]}} Plan */

/** The stages of a policy at which people can be asked, the last one after the decision. */
export const STAGES = ["frame", "options", "draft", "review"];

/** The fields of a row. */
export const FIELDS = ["who", "stage", "method", "week", "feedback_week"];

/** A row. A number that is still open is NaN, so that every comparison with it is false. */
class Row {
  /** @param {PlannedRow} row */
  constructor({ who, stage, method, week, feedback_week }) {
    this.who = who ?? "";
    this.stage = stage ?? "";
    this.method = method ?? "";
    this.week = week ?? NaN;
    this.feedback_week = feedback_week ?? NaN;
  }
}

/** One method in one week. Nobody shares a meeting whose week is open. */
class Meeting {
  /**
   * @param {PlannedRow} row
   * @param {PlannedRow[]} rows all of the plan
   */
  constructor({ method, week }, rows) {
    this.method = method ?? "";
    this.week = week ?? NaN;
    const here = rows.filter((row) => row.method === method && row.week === week && row.who !== null);
    this.groups = week === null ? [] : [...new Set(here.map(({ who }) => /** @type {string} */ (who)))];
  }
}

export const declarations = {
  types: {
    Row: {
      ctor: Row,
      fields: { who: "string", stage: "string", method: "string", week: "double", feedback_week: "double" },
    },
    Meeting: { ctor: Meeting, fields: { method: "string", week: "double", groups: "list<string>" } },
  },
  variables: {
    rows: "list<Row>", // as planned; empty text where nothing is chosen
    stages: "list<string>", // those at which somebody is asked, each once
    meetings: "list<Meeting>", // each method and week once
    cost: "double", // of the meetings
    budget: "double",
    decision: "double", // the week of the decision
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
  return {
    rows: rows.map((row) => new Row(row)),
    stages: STAGES.filter((stage) => rows.some((row) => row.stage === stage)),
    meetings: oneOfEach(rows).map((row) => new Meeting(row, rows)),
    cost: costOf(rows, setting),
    budget: setting.budget,
    decision: setting.decision_week,
  };
}

/**
 * What a plan costs: each meeting once.
 * @param {PlannedRow[]} rows
 * @param {Record<string, any>} setting
 * @returns {number}
 */
export function costOf(rows, { methods }) {
  const price = new Map(methods.map((/** @type {{id: string, cost: number}} */ { id, cost }) => [id, cost]));
  return oneOfEach(rows).reduce((sum, { method }) => sum + (price.get(method) ?? 0), 0);
}

/**
 * One row of each meeting.
 * @param {PlannedRow[]} rows
 */
function oneOfEach(rows) {
  const meetings = new Map(rows.filter(({ method }) => method !== null).map((row) => [`${row.method} ${row.week}`, row]));
  return [...meetings.values()];
}

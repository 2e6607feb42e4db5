/**
 * The rows of a data lab as table and chart show them.
 */

/** @typedef {string | number | boolean | null} Cell */
/** @typedef {{field: string, heading: string, names?: Record<string, string>}} Column */
/** @typedef {{dataset: string, title: string, note?: string, href?: string, columns: Column[], rows: Cell[][]}} Data */

/**
 * A cell as text: terms by their names, the numbers of one column with the same decimals, nothing for what is not known.
 * @param {Data} data
 * @param {Cell[]} row
 * @param {string} field
 * @returns {string}
 */
export function cellText(data, row, field) {
  const place = placeOf(data, field);
  const cell = row[place];
  if (cell === null) return "";
  const name = data.columns[place].names?.[String(cell)];
  if (name !== undefined) return name;
  return typeof cell === "number" ? cell.toFixed(decimalsOf(data, place)) : String(cell);
}

/**
 * @param {Data} data
 * @param {Cell[]} row
 * @param {string} field
 * @returns {Cell}
 */
export function cellOf(data, row, field) {
  return row[placeOf(data, field)];
}

/** @param {Data} data @param {string} field */
function placeOf({ columns }, field) {
  return columns.findIndex((column) => column.field === field);
}

/** @param {Data} data @param {number} place */
function decimalsOf({ rows }, place) {
  return Math.max(...rows.map((row) => (typeof row[place] === "number" ? (String(row[place]).split(".")[1] ?? "").length : 0)));
}

/**
 * Where a year, a quarter or a date stands on a line of years.
 * @param {Cell} time such as 2009, "2017Q1" or "2009-06-04"
 * @returns {number} in years
 */
export function yearsOf(time) {
  const [, year, quarter, month, day] = String(time).match(/^(\d{4})(?:Q(\d))?(?:-(\d\d))?(?:-(\d\d))?/) ?? [];
  const since = (/** @type {string | undefined} */ number, /** @type {number} */ parts) => (number ? (Number(number) - 1) / parts : 0);
  return Number(year) + since(quarter, 4) + since(month, 12) + since(day, 365);
}

/**
 * Rows of the course's datasets that a dossier cites.
 *
 * A row is cited by its dataset's own key. Where that has several parts, `|` stands between them, and the beginning
 * of the key cites all rows that share it: "2023Q3" of the costs of sending money is all figures of that quarter.
 */

/** @typedef {import("../../types").Citable} Citable */
/** @typedef {import("./answer.js").Citation} Citation */

/**
 * @param {Citation[]} citations
 * @param {Record<string, Citable>} citable
 * @returns {Citation[]} those that exist
 */
export function existing(citations, citable) {
  return citations.filter(({ dataset, row }) => {
    if (row === "" || !Object.hasOwn(citable, dataset)) return false;
    const { rows } = citable[dataset];
    return Object.hasOwn(rows, row) || Object.keys(rows).some((key) => key.startsWith(`${row}|`));
  });
}

/**
 * @param {Citation} citation
 * @param {Record<string, Citable>} citable
 * @returns {{title: string, label: string}} the dataset and the row as readers know them, as far as they are known
 */
export function named({ dataset, row }, citable) {
  const known = Object.hasOwn(citable, dataset) ? citable[dataset] : null;
  return { title: known?.title ?? dataset, label: (known && Object.hasOwn(known.rows, row) && known.rows[row]) || "" };
}

/**
 * The rows in which every word of a search stands, in the key or in the label.
 * @param {Citable} dataset
 * @param {string} search
 * @returns {{row: string, label: string}[]}
 */
export function found({ rows }, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return Object.entries(rows)
    .map(([row, label]) => ({ row, label }))
    .filter(({ row, label }) => words.every((word) => `${row} ${label}`.toLowerCase().includes(word)));
}

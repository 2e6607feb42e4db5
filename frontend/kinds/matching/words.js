/**
 * A matching in words, and the reading of single cells that the view shares.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./facts.js").Column} Column */
/** @typedef {import("./facts.js").Setting} Setting */

/**
 * @param {Setting} setting
 * @param {any} answer
 * @param {string} item
 * @param {Column} column
 * @returns {string} the category or pair as the answer spells it, empty text while open
 */
export function cellOf(setting, answer, item, column) {
  const entry = Object.hasOwn(answer[setting.field], item) ? answer[setting.field][item] : null;
  return (setting.columns.length === 1 ? entry : entry?.[column.id]) ?? "";
}

/**
 * @param {Column} column
 * @param {string} value
 * @param {Translate} t
 * @returns {string} such as "Local and National"
 */
export function categoryInWords({ categories, pairs }, value, t) {
  const chosen = pairs ? value.split("-") : [value];
  const names = categories.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  if (names.length === 0) return t("words.open");
  return names.length === 2 ? t("matching.pair", { one: names[0], other: names[1] }) : names[0];
}

/**
 * @param {Setting} setting
 * @param {any} answer
 * @param {string} item
 * @returns {boolean} whether every column of the item is filled
 */
export function isDone(setting, answer, item) {
  return setting.columns.every((column) => cellOf(setting, answer, item, column) !== "");
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {any} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe(exercise, answer, t) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const items = setting.items.map(({ id, text }, index) => {
    const cells = setting.columns.map((column) => categoryInWords(column, cellOf(setting, answer, id, column), t));
    return t("matching.in-words", { number: index + 1, text, category: cells.join(t("list.separator")) });
  });
  const choices = setting.choices.map(({ id, label, options }) =>
    t("matching.choice-in-words", { label, option: options.find((option) => option.id === answer[id])?.name ?? t("words.open") }),
  );
  return [...items, ...choices];
}

/**
 * A heading of the level that its place in the page asks for, so that a reader's outline has no gaps.
 * @param {{level: number, [attribute: string]: any}} props
 */
export function Heading({ level, ...attributes }) {
  const Tag = /** @type {any} */ (`h${Math.min(level, 6)}`);
  return <Tag {...attributes} />;
}

/**
 * Plain paragraphs from a text with blank lines between them.
 * @param {{text: string}} props
 */
export function Paragraphs({ text }) {
  return text.trim().split(/\n\s*\n/).map((paragraph) => <p>{paragraph.replaceAll("\n", " ")}</p>);
}

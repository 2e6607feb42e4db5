import { useEffect, useRef, useState } from "preact/hooks";
import { TextField } from "./controls.jsx";

/**
 * Text in the person's own words that becomes a change when they pause or leave the field, not with every letter:
 * undo then takes back what was said, and the page is not read out letter by letter.
 */

const PAUSE = 800; // milliseconds

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.value
 * @param {(value: string) => void} props.onChange
 * @param {number} [props.rows]
 * @param {(value: string) => string} [props.note] about the text as it stands in the field
 * @param {number} [props.longest] characters
 */
export function Draft({ label, value, onChange, rows, note, longest }) {
  const [text, setText] = useState(value);
  const [isOpen, setOpen] = useState(false);
  const latest = useRef({ text, value, onChange });
  latest.current = { text: isOpen ? text : value, value, onChange };
  const commit = () => {
    const { text: now, value: before, onChange: tell } = latest.current;
    setOpen(false);
    if (now !== before) tell(now);
  };
  useEffect(() => {
    if (!isOpen) return;
    const waiting = setTimeout(commit, PAUSE);
    return () => clearTimeout(waiting);
  }, [text, isOpen]);
  useEffect(() => commit, []); // taken off the page with a word half written
  const shown = isOpen ? text : value;
  return (
    <div onFocusOut={commit}>
      <TextField
        label={label} value={shown} rows={rows} note={note?.(shown)} longest={longest}
        onChange={(now) => {
          setText(now);
          setOpen(true);
        }}
      />
    </div>
  );
}

import { useId } from "preact/hooks";

/**
 * A select with its label above it and a first entry for "nothing chosen".
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.value an id, or empty text while nothing is chosen
 * @param {string} props.open how the first entry reads
 * @param {{id: string, name: string}[]} props.options
 * @param {(id: string) => void} props.onChange
 * @param {string} [props.note] a line under the select
 */
export function Select({ label, value, open, options, onChange, note }) {
  const id = useId();
  return (
    <div class="designer-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{open}</option>
        {options.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
      </select>
      {note && <small>{note}</small>}
    </div>
  );
}

/**
 * What two peers look at, in four levels; in print each level has a box to tick.
 * @param {object} props
 * @param {{levels: string[], rows: {name: string, levels: string[]}[]}} props.guide
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function PeerGuide({ guide, t }) {
  return (
    <table class="dossier-guide">
      <caption>{t("dossier.guide")}</caption>
      <thead>
        <tr><td></td>{guide.levels.map((level) => <th scope="col" key={level}>{level}</th>)}</tr>
      </thead>
      <tbody>
        {guide.rows.map(({ name, levels }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {levels.map((text, index) => <td key={index} data-level={guide.levels[index]}>{text}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

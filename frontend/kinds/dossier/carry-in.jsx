import { useRef, useState } from "preact/hooks";
import { Select } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";

/**
 * One button that brings earlier work into a part of the dossier. Where something stands already, it asks first.
 * @param {object} props
 * @param {import("./carry-in.js").Offer[]} props.offers
 * @param {string} props.none what to say while there is nothing to bring in; empty where the course has no such exercise
 * @param {boolean} props.isEmpty whether the part is still empty
 * @param {boolean} props.canAdd whether earlier work can stand beside what is there
 * @param {(offer: import("./carry-in.js").Offer, way: "add" | "replace") => boolean} props.onBring says whether it could be read
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function CarryIn({ offers, none, isEmpty, canAdd, onBring, t }) {
  const [chosen, choose] = useState(offers[0]?.id ?? "");
  const [isAsking, ask] = useState(false);
  const [isRefused, refuse] = useState(false);
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(place);
  if (offers.length === 0) return none ? <p class="exercise-muted">{none}</p> : null;
  const offer = offers.find(({ id }) => id === chosen) ?? offers[0];
  const leave = () => {
    ask(false);
    focusSoon("[data-bring]");
  };
  const bring = (/** @type {"add" | "replace"} */ way) => {
    leave();
    refuse(!onBring(offer, way));
  };
  return (
    <div class="dossier-carry" ref={place} onKeyDown={(event) => event.key === "Escape" && isAsking && leave()}>
      {offers.length > 1 && (
        <Select
          label={t("dossier.which")}
          value={offer.id}
          open={t("list.choose")}
          options={offers}
          onChange={(id) => choose(id || offers[0].id)}
        />
      )}
      <button
        type="button"
        class="exercise-button"
        data-bring
        aria-expanded={isEmpty ? undefined : isAsking}
        onClick={() => (isEmpty ? bring("replace") : ask(!isAsking))}
      >
        {t("dossier.bring")}<small>{offer.name}</small>
      </button>
      <div role="alert">{isRefused && <p class="exercise-notice is-problem">{t("dossier.not-brought")}</p>}</div>
      {isAsking && !isEmpty && (
        <div class="exercise-confirm" role="group" aria-label={t("dossier.ask")}>
          <span>{t("dossier.ask")}</span>
          {canAdd && <button type="button" class="exercise-button" onClick={() => bring("add")}>{t("dossier.add-it")}</button>}
          <button type="button" class="exercise-button is-danger" onClick={() => bring("replace")}>{t("dossier.replace")}</button>
          <button type="button" class="exercise-button" onClick={leave}>{t("dossier.leave")}</button>
        </div>
      )}
    </div>
  );
}

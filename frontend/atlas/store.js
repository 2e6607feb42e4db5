import { useEffect, useState } from "preact/hooks";
import { readAddress, writeAddress } from "./address.js";
import { matches, noChoices } from "./choices.js";

/**
 * What filters, timeline, map, table and card share: the data, the reader's choices, the open card.
 */

/** @typedef {import("./data.js").Atlas} Atlas */
/** @typedef {import("./data.js").Initiative} Initiative */
/** @typedef {import("./choices.js").Choices} Choices */
/** @typedef {{choices: Choices, open: string, shown: Initiative[]}} State */
/** @typedef {ReturnType<typeof createStore>} Store */

/** @param {Atlas} atlas */
export function createStore(atlas) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const start = readAddress(location.hash, atlas);
  let state = describe(start?.choices ?? noChoices(), start?.open ?? "");

  /** @param {Choices} choices @param {string} open @returns {State} */
  function describe(choices, open) {
    return { choices, open, shown: atlas.initiatives.filter((initiative) => matches(initiative, choices)) };
  }

  /** @param {Choices} choices @param {string} open */
  function take(choices, open) {
    state = describe(choices, open);
    for (const listener of listeners) listener();
  }

  /** @param {Choices} choices @param {string} open */
  function change(choices, open) {
    take(choices, open);
    // replaced, not added: twenty ticks of a box should not take twenty steps back
    history.replaceState(history.state, "", writeAddress(state) || location.pathname + location.search);
  }

  addEventListener("hashchange", () => {
    const view = readAddress(location.hash, atlas);
    if (view) take(view.choices, view.open);
  });

  return {
    atlas,
    get: () => state,
    /** @param {() => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** @param {Partial<Choices>} changed */
    choose: (changed) => change({ ...state.choices, ...changed }, state.open),
    clear: () => change(noChoices(), state.open),
    /** @param {string} id */
    open: (id) => change(state.choices, id),
    close: () => change(state.choices, ""),
  };
}

/** The state, and a new drawing when it changes. @param {Store} store @returns {State} */
export function useAtlas(store) {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get()); // what changed between drawing and listening
    return store.subscribe(() => setState(store.get()));
  }, [store]);
  return state;
}

import { mountMyWork } from "./pages/my-work.jsx";
import { startWhenReady } from "./pages/start.js";

/** The page "My work": a classic script of its own, because no other page needs it and it needs none of the views. */
startWhenReady(() => mountMyWork(document));

import { mountAtlas } from "./atlas/mount.jsx";
import { startWhenReady } from "./pages/start.js";

/** The atlas of initiatives: a classic script of its own, so that no other page carries it. */
startWhenReady(mountAtlas);

import { mountAtlas } from "./atlas/mount.jsx";

/** The atlas of initiatives: a classic script of its own, so that no other page carries it. */
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAtlas);
else mountAtlas();

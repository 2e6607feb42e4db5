import { mountCharts } from "./pages/chart.js";
import { mountExerciseLists } from "./pages/exercise-list.js";
import { mountNotes } from "./pages/note-box.js";
import { startWhenReady } from "./pages/start.js";

/** What a page of text has without an exercise on it: charts to explore, boxes for notes, the list of exercises. */
startWhenReady(() => {
  mountNotes(document);
  mountCharts(document);
  mountExerciseLists(document);
});

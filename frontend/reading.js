import { mountCharts } from "./host/chart.js";
import { mountExerciseLists } from "./host/exercise-list.js";
import { mountNotes } from "./host/note-box.js";
import { startWhenReady } from "./host/start.js";

/** What a page of text has without an exercise on it: charts to explore, boxes for notes, the list of exercises. */
startWhenReady(() => {
  mountNotes(document);
  mountCharts(document);
  mountExerciseLists(document);
});

(() => {
  "use strict";
  const shown = document.currentScript.dataset.version;
  const events = new EventSource("/events");
  events.addEventListener("message", (event) => {
    if (event.data === shown) return;
    events.close();
    // The browser keeps the place that the reader has come to.
    location.reload();
  });
})();

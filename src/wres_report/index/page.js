
(() => {
  "use strict";
  const PLAIN = new Set(["year", "actions"]); // their cells begin with the number to sort by
  // For browsers that lose them where the style shows rows as a grid or as cards.
  const ROLES = {
    table: "table", "thead, tbody": "rowgroup", tr: "row", "tbody th": "rowheader",
    "thead th": "columnheader", td: "cell", ".kind ul": "list",
  };
  const field = document.getElementById("find");
  const nothing = document.querySelector(".nothing");
  // The reports of each standard have a table of their own; one search goes through all.
  const parts = [...document.querySelectorAll(".part")].map((part) => ({
    body: part.querySelector("tbody"),
    count: part.querySelector(".count"),
    heads: [...part.querySelectorAll("th[data-column]")],
    written: [...part.querySelector("tbody").rows],
    order: "",
  }));
  const all = parts.flatMap((part) => part.written);
  const number = new Intl.NumberFormat("en-GB");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // Trust, code, year, kind, state; without the links of the kind, and without the day of the state.
  const searched = (row) => [
    row.querySelector(".trust").textContent, row.querySelector(".year").textContent,
    ...[".kind", ".state"].map((name) => row.querySelector(name)?.firstChild.textContent),
    row.closest(".part").dataset.short,
  ].join(" ");
  const texts = new Map(all.map((row) => [row, fold(searched(row))]));
  const lists = [...document.querySelectorAll(".choose select")];
  const picks = new Map(all.map((row) => [row, (row.dataset.pick || "").split(" ")]));

  // To show or to sort two thousand rows takes several frames. Those that fill a screen come at
  // once, the others frame by frame, so that nobody who types or sorts is held up.
  const AT_ONCE = 40;
  const A_FRAME = 150;
  const fitting = new Set(all);
  let waiting = []; // to be shown
  let frame = 0;
  let moving = []; // to be put in their place after a sort, behind the last that is
  let last = null;
  let move = 0;

  const show = (most) => {
    for (const row of waiting.splice(0, most)) row.hidden = false;
    frame = waiting.length ? requestAnimationFrame(() => show(A_FRAME)) : 0;
  };

  const put = (most) => {
    cancelAnimationFrame(move);
    const rows = moving.splice(0, most);
    last?.after(...rows);
    last = rows.at(-1) ?? last;
    if (moving.length) move = requestAnimationFrame(() => put(A_FRAME));
  };

  const finish = () => {
    cancelAnimationFrame(frame);
    show(Infinity);
    put(Infinity);
  };

  const say = () => {
    for (const { written, count, order } of parts) {
      const shown = written.filter((row) => fitting.has(row)).length;
      const noun = written.length === 1 ? "report" : "reports";
      count.textContent =
        `${number.format(shown)} of ${number.format(written.length)} ${noun} shown${order}`;
    }
    nothing.hidden = fitting.size > 0;
  };

  const find = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    cancelAnimationFrame(frame);
    waiting = [];
    put(Infinity);
    // In the order in which they stand there now.
    for (const row of parts.flatMap((part) => [...part.body.rows])) {
      const text = texts.get(row);
      const fits = words.every((word) => text.includes(word)) &&
        lists.every((list, place) => !list.value || picks.get(row)[place] === list.value);
      if (fits) fitting.add(row);
      else fitting.delete(row);
      if (fits && row.hidden) waiting.push(row);
      else if (!fits && !row.hidden) row.hidden = true;
    }
    show(AT_ONCE);
    say();
  };

  const clear = () => {
    field.value = "";
    for (const list of lists) list.value = "";
    find();
    field.focus();
  };

  // Missing values last, either way round; equal ones as the page was written.
  const sort = (part, head) => {
    const { body, written } = part;
    const down = head.getAttribute("aria-sort") === "ascending";
    const place = Number(head.dataset.column);
    const rank = PLAIN.has(head.className)
      ? (cell) => Number.parseFloat(cell.textContent.replaceAll(",", ""))
      : (cell) => Number.parseFloat(cell.dataset.n);
    const ranks = new Map(written.map((row) => [row, rank(row.cells[place])]));
    const known = written.filter((row) => !Number.isNaN(ranks.get(row)));
    const missing = written.filter((row) => Number.isNaN(ranks.get(row)));
    const sign = down ? -1 : 1;
    known.sort((one, other) => sign * (ranks.get(one) - ranks.get(other)));
    put(Infinity);
    const rows = [...known, ...missing];
    const filling = rows.filter((row) => !row.hidden)[AT_ONCE - 1];
    const atOnce = filling ? rows.indexOf(filling) + 1 : rows.length;
    body.prepend(...rows.slice(0, atOnce));
    last = rows[atOnce - 1];
    moving = rows.slice(atOnce);
    move = requestAnimationFrame(() => put(0)); // the next frame is for those at once
    mark(part, head, down ? "descending" : "ascending");
    const name = head.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
    part.order = `, sorted by ${name}, ${down ? "descending" : "ascending"}`;
    say();
  };

  const mark = (part, chosen, direction) => {
    for (const head of part.heads) head.removeAttribute("aria-sort");
    chosen.setAttribute("aria-sort", direction);
  };

  for (const [name, role] of Object.entries(ROLES)) {
    for (const one of document.querySelectorAll(`.part :is(${name})`)) one.role = role;
  }
  for (const part of parts) {
    for (const head of part.heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(part, head));
      head.append(button);
    }
    mark(part, part.heads[0], "ascending");
    part.count.hidden = false;
  }
  addEventListener("beforeprint", finish);
  field.addEventListener("input", find);
  for (const list of lists) list.addEventListener("change", find);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      clear();
    }
  });
  nothing.querySelector("button").addEventListener("click", clear);
  document.documentElement.classList.add("scripted");
  document.querySelector(".find").hidden = false;
  find();
})();

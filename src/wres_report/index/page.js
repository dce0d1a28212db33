
(() => {
  "use strict";
  const body = document.querySelector("tbody");
  const field = document.getElementById("find");
  const count = document.querySelector(".count");
  const nothing = document.querySelector(".nothing");
  const heads = [...document.querySelectorAll("th[data-column]")];
  const written = [...body.rows];
  const number = new Intl.NumberFormat("en-GB");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(written.map((row) => [row, fold(row.dataset.find)]));
  const lists = [...document.querySelectorAll(".choose select")];
  const picks = new Map(written.map((row) => [row, (row.dataset.pick || "").split(" ")]));
  let order = "";

  const say = (shown) => {
    count.textContent =
      `${number.format(shown)} of ${number.format(written.length)} reports shown${order}`;
    nothing.hidden = shown > 0;
  };

  const find = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of texts) {
      const fits = words.every((word) => text.includes(word)) &&
        lists.every((list, place) => !list.value || picks.get(row)[place] === list.value);
      if (fits) shown += 1;
      if (row.hidden === fits) row.hidden = !fits;
    }
    say(shown);
  };

  const clear = () => {
    field.value = "";
    for (const list of lists) list.value = "";
    find();
    field.focus();
  };

  // Missing values last, either way round; equal ones as the page was written.
  const sort = (head) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    const place = Number(head.dataset.column);
    const ranks = new Map(written.map((row) => [row, row.cells[place].dataset.rank]));
    const known = written.filter((row) => ranks.get(row) !== undefined);
    const missing = written.filter((row) => ranks.get(row) === undefined);
    const sign = down ? -1 : 1;
    known.sort((one, other) => sign * (ranks.get(one) - ranks.get(other)));
    body.append(...known, ...missing);
    mark(head, down ? "descending" : "ascending");
    const name = head.textContent.replace(/\s+/g, " ").trim();
    order = `, sorted by ${name}, ${down ? "descending" : "ascending"}`;
    say(written.filter((row) => !row.hidden).length);
  };

  const mark = (chosen, direction) => {
    for (const head of heads) head.removeAttribute("aria-sort");
    chosen.setAttribute("aria-sort", direction);
  };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
  field.addEventListener("input", find);
  for (const list of lists) list.addEventListener("change", find);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      clear();
    }
  });
  nothing.querySelector("button").addEventListener("click", clear);
  mark(heads[0], "ascending");
  document.documentElement.classList.add("scripted");
  document.querySelector(".find").hidden = false;
  count.hidden = false;
  find();
})();

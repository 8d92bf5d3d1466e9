// Comfort only: every page works without this file.
"use strict";

(() => {
  // As the server writes them, with the reader's own zone in the place of UTC.
  const dateOf = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const clockOf = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });

  // Times arrive in UTC; show them in the reader's own zone.
  function localise(root) {
    for (const time of root.querySelectorAll("time[datetime]:not([data-local])")) {
      const at = new Date(time.dateTime);
      if (Number.isNaN(at.getTime())) continue;
      time.title = time.textContent;
      time.textContent = `${dateOf.format(at)}, ${clockOf.format(at)}`;
      time.dataset.local = "";
    }
  }

  // A draft lives in this tab only, and ends when what was sent is accepted. It stands over the
  // texts that the page came with or that were saved since; one from elsewhere is not replaced.
  function keepDraft(area) {
    const key = `typed:${area.dataset.draft}`;
    const came = area.value;
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (kept && (!came.trim() || kept.over.includes(came))) area.value = kept.text;
    const over = new Set(kept?.over).add(came);

    function keep() {
      sessionStorage.setItem(key, JSON.stringify({ text: area.value, over: [...over].slice(-5) }));
    }

    area.addEventListener("input", keep);
    area.form.addEventListener("htmx:beforeRequest", () => {
      over.add(area.value);
      keep();
    });
    area.form.addEventListener("submit", () => {
      keep();
      sessionStorage.setItem("sent", JSON.stringify({ key, page: here() }));
    });
  }

  function here() {
    return location.href.split("#")[0];
  }

  // Accepted is what led from its form to a page that neither refuses nor shows the form again.
  function endDraft() {
    const sent = JSON.parse(sessionStorage.getItem("sent") ?? "null");
    sessionStorage.removeItem("sent");
    if (!sent || document.referrer !== sent.page) return;
    if (document.querySelector("[data-refused], #refused")) return;
    sessionStorage.removeItem(sent.key);
  }

  function sendWithKeys(form) {
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
  }

  // The second click of a double click has no effect here either.
  function sendOnce(event) {
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = "yes";
    for (const button of event.target.querySelectorAll("button[type=submit]")) {
      button.setAttribute("aria-disabled", "true");
    }
  }

  // Coming back to a page that the browser kept: its forms can be sent again.
  function wakeForms() {
    for (const form of document.forms) delete form.dataset.sent;
    for (const button of document.querySelectorAll("button[aria-disabled]")) {
      button.removeAttribute("aria-disabled");
    }
  }

  // Who listens to the page hears that the work is done, and not the whole result.
  function announce() {
    const isDone = !document.querySelector(".waiting");
    document.querySelector("#announce").textContent = isDone ? "Ready." : "";
  }

  // On paper nothing is folded; afterwards the page is as it was.
  let folded = [];
  function openAll() {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  }
  function foldAgain() {
    for (const details of folded) details.open = false;
    folded = [];
  }

  // A link into what is folded opens it; newer browsers do so by themselves.
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    let isOpened = false;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName !== "DETAILS" || at.open) continue;
      at.open = isOpened = true;
    }
    if (isOpened) target.scrollIntoView();
  }

  document.documentElement.classList.add("has-script");
  localise(document);
  endDraft();
  document.querySelectorAll("textarea[data-draft]").forEach(keepDraft);
  document.querySelectorAll("form[data-send-with-keys]").forEach(sendWithKeys);
  document.querySelector("#refused")?.focus();
  document.addEventListener("submit", sendOnce);
  document.addEventListener("htmx:afterSwap", () => {
    localise(document);
    announce();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
  reveal();
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", openAll);
  window.addEventListener("afterprint", foldAgain);
  window.addEventListener("pageshow", (event) => event.persisted && wakeForms());
})();

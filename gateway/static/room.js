// Comfort only: the room works without this file, and the server alone decides when time is up.
"use strict";

// What is being written reaches the server while the keys still go, and when the page is left.
const drafting = (() => {
  const form = document.querySelector("#answer");
  if (!form) return { save() {} };
  const box = form.querySelector("[hx-post]");
  const area = form.querySelector("textarea");
  const EVERY_MS = 3000;
  let saved = area.defaultValue; // what this tab put back into the field is not on the server yet

  function isNew() {
    return area.value !== saved && !form.dataset.sent;
  }

  function save() {
    if (!isNew()) return;
    saved = area.value;
    box.dispatchEvent(new Event("save"));
  }

  function leave() {
    if (!isNew()) return;
    const written = new URLSearchParams(new FormData(form));
    if (navigator.sendBeacon(box.getAttribute("hx-post"), written)) saved = area.value;
  }

  setInterval(save, EVERY_MS);
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  return { save };
})();

(() => {
  const clock = document.querySelector("#clock[data-question]:not([data-paused])");
  if (!clock) return;

  const started = performance.now();
  const given = (name) => Number(clock.dataset[name]);
  const announced = document.querySelector("#announce");
  const SAVES_S = [4, 1]; // before the end, so that the last words are on the server

  function spoken(seconds) {
    const whole = Math.max(0, Math.ceil(seconds));
    return whole >= 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole} s`;
  }

  // Each moment once, however late the timer comes.
  const moments = [
    [30, () => {
      clock.classList.add("soon");
      announced.textContent = "30 seconds are left for this question.";
    }],
    [0, () => {
      clock.classList.add("over");
      clock.querySelector(".bell").hidden = false;
      announced.textContent = "Time is up. What you send in the next 15 seconds is still taken.";
    }],
    ...SAVES_S.map((seconds) => [seconds - given("grace"), drafting.save]),
    [-given("grace") - 1, () => {
      document.querySelector("#answer")?.setAttribute("data-sent", "yes");
      location.assign(`${location.pathname}?`);
    }],
  ];

  function tick() {
    const gone = (performance.now() - started) / 1000;
    const whole = given("whole") - gone;
    const left = Math.min(given("question") - gone, whole);
    clock.querySelector("[data-of=question]").textContent = spoken(left);
    clock.querySelector("[data-of=whole]").textContent = spoken(whole);
    while (moments.length && left <= moments[0][0]) moments.shift()[1]();
  }

  tick();
  setInterval(tick, 500);
})();

// Comfort only: the room works without this file, and the server alone decides when time is up.
"use strict";

(() => {
  const clock = document.querySelector("#clock[data-question]:not([data-paused])");
  if (!clock) return;

  const started = performance.now();
  const given = (name) => Number(clock.dataset[name]);
  const announced = document.querySelector("#announce");
  const area = document.querySelector("#answer textarea");
  const SAVE_S = 4; // before the end, so that the last words are on the server

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
    [SAVE_S - given("grace"), () => area?.dispatchEvent(new Event("input", { bubbles: true }))],
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

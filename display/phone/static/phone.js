// Follows the ticket: what the server renders is put in place, and a new call is made loud.
"use strict";

const SILENT_MS = 45000; // the server speaks every 15 s
const RETRY_MS = 3000;
const page = document.querySelector("main[data-stream]");

function follow() {
  const now = document.getElementById("now");
  const actions = document.getElementById("actions");
  const stale = document.getElementById("stale");
  const button = document.getElementById("alert");
  let rung = page.dataset.ring;
  let sound = null;
  let heard = Date.now();
  let plain = document.title;
  let source = null;
  let again = 0;

  function lost(is) {
    stale.hidden = !is;
  }

  function tone(at, hertz) {
    const voice = sound.createOscillator();
    const volume = sound.createGain();
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.8, at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
    voice.connect(volume).connect(sound.destination);
    voice.start(at);
    voice.stop(at + 0.5);
  }

  function loud() {
    now.classList.add("ringing");
    page.dataset.rang = Number(page.dataset.rang || 0) + 1;
    let left = 12;
    const flash = setInterval(() => {
      left -= 1;
      document.title = left % 2 && left > 0 ? "🔔🔔🔔" : plain;
      if (left <= 0) clearInterval(flash);
    }, 700);
    if (sound === null) return;
    for (let turn = 0; turn < 4; turn += 1) {
      tone(sound.currentTime + turn * 1.2, 880);
      tone(sound.currentTime + turn * 1.2 + 0.4, 660);
    }
    if (navigator.vibrate) navigator.vibrate([600, 300, 600, 300, 600, 300, 600]);
  }

  function show(data) {
    if (now.dataset.mark !== data.now_mark) {
      now.dataset.mark = data.now_mark;
      now.setAttribute("aria-live", data.ring ? "assertive" : "polite");
      now.className = data.stage;
      now.innerHTML = data.now;
    }
    if (actions.dataset.mark !== data.actions_mark) {
      actions.dataset.mark = data.actions_mark;
      actions.innerHTML = data.actions;
    }
    button.parentElement.hidden = !data.rings_later;
    plain = data.title;
    document.title = plain;
    if (data.ring && data.ring !== rung) loud();
    rung = data.ring;
  }

  function open() {
    if (source !== null) source.close();
    source = new EventSource(page.dataset.stream);
    source.addEventListener("state", (event) => {
      heard = Date.now();
      lost(false);
      show(JSON.parse(event.data));
    });
    source.addEventListener("beat", (event) => {
      heard = Date.now();
      lost(event.data === "lost");
    });
    source.onerror = () => {
      lost(true);
      // A refusal closes the source for good: ask again, not all phones at once.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(again);
        again = setTimeout(open, RETRY_MS + Math.random() * RETRY_MS);
      }
    };
  }

  function allow() {
    const Sound = window.AudioContext || window.webkitAudioContext;
    if (Sound) sound = sound || new Sound();
    if (sound) {
      sound.resume();
      tone(sound.currentTime, 880);
    }
    if (navigator.vibrate) navigator.vibrate(200);
    if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(() => {});
    button.setAttribute("aria-pressed", "true");
    button.textContent = button.dataset.on;
  }

  button.addEventListener("click", allow);
  button.parentElement.hidden = !page.dataset.ringsLater;
  setInterval(() => {
    if (Date.now() - heard < SILENT_MS) return;
    heard = Date.now();
    lost(true);
    open();
  }, 5000);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - heard > SILENT_MS / 2) open();
  });
  open();
}

if (page) follow();

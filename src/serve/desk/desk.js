// Asks for the next state of this page and loads it in place; scroll position, focus and the open desk stay.
(() => {
  const { seen } = document.currentScript.dataset;
  const strip = document.querySelector(".curbcut-desk");
  const desk = strip?.querySelector("details");
  const status = document.querySelector(".curbcut-status");
  const open = "curbcut-open", place = "curbcut-place";

  if (desk) {
    desk.open = localStorage[open] === "yes";
    // In a wide window the open desk is beside the page; the focus goes there and the page stays where it is.
    document.querySelector(".curbcut-top a").onclick = (event) => {
      event.preventDefault();
      desk.open = true;
      desk.firstElementChild.focus();
    };
    desk.ontoggle = () => (localStorage[open] = desk.open ? "yes" : "no");
  }

  // An element without an id is known by its tag, its words and which of those it is: these outlive an edit elsewhere.
  const alike = (tag, words) => [...document.querySelectorAll(tag)].filter((other) => other.textContent === words);

  if (sessionStorage[place]) {
    const { path, y, down, id, tag, words, nth } = JSON.parse(sessionStorage[place]);
    sessionStorage.removeItem(place);
    if (path === location.pathname) {
      const focused = id ? document.getElementById(id) : alike(tag, words)[nth];
      focused?.focus({ preventScroll: true });
      scrollTo(0, y);
      if (strip) strip.scrollTop = down;
      // Words that stand there from the beginning are not announced.
      setTimeout(() => (status.textContent = status.dataset.updated), 100);
    }
  }

  const again = () => {
    const focused = document.activeElement ?? document.body;
    const { id, localName: tag, textContent: words } = focused;
    const nth = alike(tag, words).indexOf(focused);
    const kept = { path: location.pathname, y: scrollY, down: strip?.scrollTop, id };
    sessionStorage[place] = JSON.stringify(focused === document.body ? kept : { ...kept, tag, words, nth });
    location.reload();
  };

  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    // A page in the background asks nothing: browsers allow a host only six requests at a time.
    for (let failed = 0; !document.hidden; ) {
      const answer = await fetch(`/_curbcut/newer?seen=${seen}&page=${encodeURIComponent(location.pathname)}`).catch(() => {});
      if (answer?.status === 200) return again();
      failed = answer?.status === 204 ? 0 : failed + 1;
      const lost = failed > 1;
      if (lost !== status.classList.contains("lost")) {
        status.classList.toggle("lost", lost);
        status.textContent = lost ? status.dataset.lost : "";
      }
      if (failed) await new Promise((then) => setTimeout(then, 1000));
    }
    asking = false;
  };
  document.addEventListener("visibilitychange", ask);
  ask();
})();

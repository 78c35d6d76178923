// The reader's settings: an optional help, built only where scripts run.
document.documentElement.dataset.tools = "ready";

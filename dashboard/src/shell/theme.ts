import { useState } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEPT_AS = "ohmstead.theme";

function chosen(): Theme {
  const kept = localStorage.getItem(KEPT_AS);
  return themes.find((theme) => theme === kept) ?? "system";
}

/** What was chosen here; without a choice the system decides. */
export function applyTheme(theme: Theme = chosen()): void {
  if (theme === "system") {
    delete document.documentElement.dataset["theme"];
  } else {
    document.documentElement.dataset["theme"] = theme;
  }
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(chosen);
  return [
    theme,
    (next) => {
      localStorage.setItem(KEPT_AS, next);
      applyTheme(next);
      setTheme(next);
    },
  ];
}

/** The languages of the dashboard, each by its own name. */
export const languages = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  ru: "Русский",
  th: "ไทย",
  uz: "Oʻzbekcha",
} as const;

export type Language = keyof typeof languages;

const KEPT_AS = "ohmstead.language";

function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text);
}

/** What was chosen here, or else the first of the browser's languages that we have. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(KEPT_AS) ?? undefined;
  const wanted = [chosen, ...navigator.languages].map((tag) => tag?.split("-")[0]);
  return wanted.find(isLanguage) ?? "en";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
}

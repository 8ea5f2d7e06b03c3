import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { keepLanguage, type Language, preferredLanguage } from "./languages";

/** One language is loaded, all of it; the others when somebody wants them. */
const catalogues: Record<Language, () => Promise<{ default: Record<string, object> }>> = {
  en: () => import("./catalogues/en"),
  de: () => import("./catalogues/de"),
  es: () => import("./catalogues/es"),
  fr: () => import("./catalogues/fr"),
  ru: () => import("./catalogues/ru"),
  th: () => import("./catalogues/th"),
  uz: () => import("./catalogues/uz"),
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "ui")) {
    return;
  }
  const messages = (await catalogues[language]()).default;
  for (const [folder, texts] of Object.entries(messages)) {
    i18next.addResourceBundle(language, folder, texts);
  }
}

/** To be awaited before the first page is drawn. */
export async function startI18n(language: Language = preferredLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false, // scripts/checkMessages.mjs lets no key be missing
    defaultNS: "ui",
    ns: [],
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
    partialBundledLanguages: true,
    resources: {},
  });
  await load(language);
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  keepLanguage(language);
  document.documentElement.lang = language;
}

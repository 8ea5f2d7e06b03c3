import js from "@eslint/js";
import i18next from "eslint-plugin-i18next";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

export default defineConfig(
  globalIgnores(["target", "src/api/schema.d.ts", "eslint.config.js", "scripts"]),
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  hooks.configs.flat["recommended-latest"],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in texts are meant.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "max-lines": ["error", 300],
    },
  },
  {
    // What people read is in the messages of its folder, in each language.
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/**/*.test.{ts,tsx}", "src/testing/**"],
    plugins: { i18next },
    rules: {
      "i18next/no-literal-string": [
        "error",
        {
          mode: "jsx-only",
          "jsx-attributes": { include: ["^label$", "^title$", "^about$", "^hint$", "^placeholder$", "^alt$", "^action$", "^aria-(label|description|roledescription|valuetext)$"] },
          "jsx-components": { exclude: ["Trans"] },
          words: { exclude: [/^[^\p{L}]*$/u, "Ohmstead", "Ctrl K", "OCPP [0-9.]*"] },
          "should-validate-template": true,
          callees: { exclude: [".*"] },
          message: "Texts are in messages/*.json: t(\"key\").",
        },
      ],
    },
  },
);

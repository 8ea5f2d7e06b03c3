import type { ButtonHTMLAttributes } from "react";

const looks = {
  primary: "bg-accent text-on-accent hover:opacity-90",
  plain: "border border-line bg-surface text-ink hover:bg-raised",
  danger: "bg-bad text-surface hover:opacity-90",
} as const;

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof looks;
}

/** What is pressed. Within a form it sends it only with `type="submit"`. */
export function Button({ look = "plain", className = "", type = "button", ...others }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex items-center justify-center gap-2 rounded-lg px-3.5 py-2 text-sm font-medium whitespace-nowrap transition-colors disabled:cursor-default disabled:opacity-55 ${looks[look]} ${className}`}
      {...others}
    />
  );
}

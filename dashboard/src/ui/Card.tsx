import type { ReactNode } from "react";

/** A surface that holds what belongs together. */
export function Card({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <section className={`rounded-2xl border border-line bg-surface shadow-[0_1px_2px_rgb(0_0_0/0.04)] ${className}`}>
      {children}
    </section>
  );
}

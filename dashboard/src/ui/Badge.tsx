const looks = {
  quiet: "bg-raised text-muted",
  good: "bg-accent-soft text-accent",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

/** A word on how something stands. */
export function Badge({ look = "quiet", children }: { look?: keyof typeof looks; children: string }) {
  return (
    <span className={`inline-block rounded-md px-1.5 py-0.5 text-xs font-medium whitespace-nowrap ${looks[look]}`}>
      {children}
    </span>
  );
}

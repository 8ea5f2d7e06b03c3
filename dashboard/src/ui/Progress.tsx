/** How much of something is done. */
export function Progress({ label, value, max, className = "w-full" }: { label: string; value: number; max: number; className?: string }) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(1, max)}
      className={`h-1.5 appearance-none overflow-hidden rounded-full border-0 bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent ${className}`}
    />
  );
}

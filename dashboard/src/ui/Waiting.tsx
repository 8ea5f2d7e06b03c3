/** Stands where a value will be, as wide as it is likely to be. */
export function Waiting({ className = "w-24" }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block h-[0.8em] rounded-md bg-raised align-baseline motion-safe:animate-pulse ${className}`}
    />
  );
}

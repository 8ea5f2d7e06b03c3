import { useEffect, useId, useRef, type ReactNode } from "react";

interface Props {
  /** May be the name of what opened it: three dots at its end, which promise a dialog, are left out. */
  title: string;
  onClose: () => void;
  /** The escape key does not close it: what it shows is never shown again. */
  isHeld?: boolean;
  isWide?: boolean;
  children: ReactNode;
}

/** What has to be done before the page goes on. The browser's own, which adds no style to the page as a library does. */
export function Dialog({ title, onClose, isHeld = false, isWide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!isHeld) {
          onClose();
        }
      }}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-y-auto rounded-2xl border border-line bg-surface p-6 text-ink shadow-xl backdrop:bg-black/45 ${isWide ? "max-w-2xl" : "max-w-md"}`}
    >
      <h2 id={id} className="mb-4 text-lg font-semibold tracking-tight">
        {title.replace(/\s*…$/, "")}
      </h2>
      {children}
    </dialog>
  );
}

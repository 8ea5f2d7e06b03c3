import type { Standing } from "../ui/Status";

/** The states of a payment, and how each is marked in a list. */
export const paymentStandings = {
  created: "waiting",
  authorizing: "waiting",
  authorized: "busy",
  capturing: "waiting",
  captured: "good",
  partially_refunded: "info",
  refunded: "info",
  declined: "bad",
  voided: "off",
  expired: "warn",
  capture_failed: "bad",
} as const satisfies Record<string, Standing>;

export type PaymentState = keyof typeof paymentStandings;

/** A state of a newer server is shown as one that goes on. */
export function paymentState(word: string): PaymentState {
  return word in paymentStandings ? (word as PaymentState) : "created";
}

interface Sums {
  state: string;
  captured: number;
  refunded: number;
}

/** What may be done with a payment, by its state alone. */
export function possible({ state, captured, refunded }: Sums): { refund: boolean; cancel: boolean } {
  return {
    refund: (state === "captured" || state === "partially_refunded") && captured > refunded,
    cancel: state === "authorizing" || state === "authorized" || state === "capture_failed",
  };
}

/** What is left to go back, without the noise of binary fractions. */
export const left = ({ captured, refunded }: Sums): number => Math.round((captured - refunded) * 1000) / 1000;

import type { Model } from "../api/client";

type Message = Model<"Message">;

/** A request and its answer, as far as they have been seen. */
export interface Exchange {
  key: string;
  /** When it began, as far as is known. */
  at: string;
  /** Who began it: in is the station. */
  direction: Model<"Direction">;
  action: string | null;
  request?: Message;
  answer?: Message;
  /** From the request to its answer, in ms. */
  millis?: number;
  isError: boolean;
  /** Nobody answers it: a SEND of OCPP 2.1. */
  isSend: boolean;
  deviations: Model<"Deviation">[];
}

const CALL = 2;
const ERROR = 4;
const RESULT_ERROR = 5;
const SEND = 6;

/** In milliseconds, finer than a Date. */
export function timeOf(at: string): number {
  const fraction = /\.(\d+)/.exec(at)?.[1] ?? "0";
  return Math.floor(Date.parse(at) / 1000) * 1000 + Number(`0.${fraction}`) * 1000;
}

const isRequest = ({ kind }: Message) => kind === CALL || kind === SEND;

/** Whoever sent the request may use a number that the other side uses, too. */
function keyOf(message: Message): string {
  const { connection, messageId, direction, at, frame } = message;
  if (messageId === null) {
    return `${connection} ${at} ${frame.length}`;
  }
  const isOfBeginner = isRequest(message) || message.kind === RESULT_ERROR;
  return `${connection} ${isOfBeginner === (direction === "in") ? "in" : "out"} ${messageId}`;
}

/**
 * Requests with their answers, the newest first.
 *
 * @param messages in any order; one may be there twice, as the live stream and the list both have it
 */
export function exchanges(messages: Message[]): Exchange[] {
  const all = new Map<string, Exchange>();
  for (const message of messages) {
    const key = keyOf(message);
    const known = all.get(key) ?? {
      key,
      at: message.at,
      direction: message.messageId === null ? message.direction : key.split(" ")[1] === "in" ? ("in" as const) : ("out" as const),
      action: message.action,
      isError: false,
      isSend: false,
      deviations: [],
    };
    const isNews = isRequest(message) || message.messageId === null ? known.request === undefined : known.answer === undefined || message.kind === RESULT_ERROR;
    if (isNews) {
      all.set(key, withMessage(known, message));
    }
  }
  return [...all.values()].sort((one, other) => timeOf(other.at) - timeOf(one.at));
}

function withMessage(known: Exchange, message: Message): Exchange {
  const isFirst = isRequest(message) || message.messageId === null;
  const request = isFirst ? message : known.request;
  const answer = isFirst ? known.answer : message;
  return {
    ...known,
    at: request?.at ?? message.at,
    action: known.action ?? message.action,
    ...(request && { request }),
    ...(answer && { answer }),
    ...(request && answer && { millis: Math.max(0, timeOf(answer.at) - timeOf(request.at)) }),
    isError: known.isError || message.kind === ERROR || message.kind === RESULT_ERROR || message.messageId === null,
    isSend: known.isSend || message.kind === SEND,
    deviations: [...known.deviations, ...message.deviations],
  };
}

/** What is in a frame beside its envelope; the frame as it came where it is no JSON of OCPP. */
export function contentOf({ frame, kind }: Message): unknown {
  let parts: unknown;
  try {
    parts = JSON.parse(frame);
  } catch {
    return frame;
  }
  if (!Array.isArray(parts)) {
    return frame;
  }
  const [, , third, fourth, fifth] = parts as unknown[];
  switch (kind) {
    case CALL:
    case SEND:
      return fourth;
    case ERROR:
    case RESULT_ERROR:
      return { errorCode: third, errorDescription: fourth, errorDetails: fifth };
    default:
      return third;
  }
}

/** The error's code, of an answer that is one. */
export function errorCodeOf({ answer, isError }: Exchange): string | null {
  if (!isError || answer === undefined) {
    return null;
  }
  const content = contentOf(answer);
  const code = typeof content === "object" && content !== null ? (content as Record<string, unknown>)["errorCode"] : undefined;
  return typeof code === "string" ? code : null;
}

export interface TraceFilter {
  text: string;
  direction: string;
  /** `errors`, `deviations`, `unanswered`, or empty: all. */
  only: string;
}

export function matches(exchange: Exchange, { text, direction, only }: TraceFilter): boolean {
  const { request, answer, isError, isSend, deviations } = exchange;
  const isWanted =
    only === "errors" ? isError : only === "deviations" ? deviations.length > 0 : only === "unanswered" ? answer === undefined && !isSend : true;
  const wanted = text.toLowerCase();
  return (
    isWanted &&
    (direction === "" || exchange.direction === direction) &&
    (wanted === "" || [request, answer].some((message) => message?.frame.toLowerCase().includes(wanted)))
  );
}

/** As it is written to a file. */
export function exported(all: Exchange[]) {
  return all.map(({ at, direction, action, millis, isError, deviations, request, answer }) => ({
    at,
    from: direction === "in" ? "station" : "server",
    action,
    messageId: (request ?? answer)?.messageId ?? null,
    ...(request && { request: contentOf(request) }),
    ...(answer && { answeredAt: answer.at, [isError ? "error" : "answer"]: contentOf(answer) }),
    ...(millis !== undefined && { millis }),
    ...(deviations.length > 0 && { deviations }),
  }));
}

import type { Model } from "../api/client";
import { ApiError, problemOf, Unreachable } from "../api/errors";

export interface Upload {
  file: File;
  version: string;
  note: string;
  /** That the server checks what came against; left out, it does not. */
  sha256?: string;
}

/** Larger ones would fill the memory of a browser, which has no checksum of a stream. */
const MOST_CHECKED = 256 * 1024 ** 2;

/** The checksum of a file in hexadecimal digits; undefined where the browser has none to give, as on pages without TLS. */
export async function sha256Of(file: File): Promise<string | undefined> {
  if (!window.isSecureContext || file.size > MOST_CHECKED) {
    return undefined;
  }
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function uploadUrl({ file, version, note, sha256 }: Upload): string {
  const query = new URLSearchParams({ name: file.name });
  Object.entries({ version: version.trim(), note: note.trim(), sha256 }).forEach(([name, value]) => {
    if (value !== undefined && value !== "") {
      query.set(name, value);
    }
  });
  return `/api/v1/files?${query}`;
}

/** Sends it; `fetch` does not tell how much has left. @param onProgress from 0 to 100 */
export function send(upload: Upload, onProgress: (percent: number) => void): Promise<Model<"StoredFile">> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", uploadUrl(upload));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : (loaded / total) * 100);
    };
    request.onerror = () => {
      reject(new Unreachable());
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 201) {
        resolve(body as Model<"StoredFile">);
      } else {
        reject(new ApiError(problemOf(new Response(null, { status: request.status }), body)));
      }
    };
    request.send(upload.file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a page of a proxy
  }
}

import { locale } from "@ui/locale";

type Query = Record<string, string | number | boolean | null | undefined>;
type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Ask {
  query?: Query;
  body?: unknown;
  form?: FormData;
  /** Names this write, so that sending it twice does it once. */
  key?: string;
  signal?: AbortSignal;
}

/** A refusal in the reader's language, with the code programs and people quote. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail: unknown = null,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

const AWAY = {
  zh: "连不上服务器，刚才的操作没有生效，内容都还在。",
  en: "The server cannot be reached. Nothing was changed and nothing you wrote is lost.",
};
const STRANGE = { zh: "服务器没有给出可用的答复，请稍后再试。", en: "The server gave no usable answer. Please try again in a moment." };

let signedOut: () => void = () => {};

/** Called whenever the server no longer knows who is asking. */
export function onSignedOut(act: () => void): void {
  signedOut = act;
}

export function url(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const tail = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return tail ? `${path}?${tail}` : path;
}

async function answer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new ApiError(response.status, "NotJson", STRANGE[locale.value]);
  }
}

/** One request to the desk's server. Refusals and a server that is away both end as `ApiError`. */
export async function call<T>(method: Method, path: string, ask: Ask = {}): Promise<T> {
  const headers: Record<string, string> = { "Accept-Language": locale.value };
  if (method !== "GET") headers["X-Xiaoer"] = "1";
  if (ask.body !== undefined) headers["Content-Type"] = "application/json";
  if (ask.key) headers["Idempotency-Key"] = ask.key;
  let response: Response;
  try {
    response = await fetch(url(path, ask.query), {
      method,
      headers,
      credentials: "same-origin",
      body: ask.form ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body)),
      signal: ask.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "Away", AWAY[locale.value]);
  }
  const body = await answer(response);
  if (response.ok) return body as T;
  if (response.status === 401 && path !== "/api/session") signedOut();
  const refusal = (body ?? {}) as { code?: string; message?: string; detail?: unknown };
  throw new ApiError(response.status, refusal.code ?? `Http${response.status}`, refusal.message ?? STRANGE[locale.value], refusal.detail ?? null);
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>("GET", path, { query, signal });
export const post = <T>(path: string, body?: unknown, key?: string) => call<T>("POST", path, { body: body ?? {}, key });
export const put = <T>(path: string, body?: unknown) => call<T>("PUT", path, { body: body ?? {} });
export const remove = <T = void>(path: string, query?: Query) => call<T>("DELETE", path, { query });

/** Sends one file and says how far it has come (0 to 1). */
export function upload<T>(path: string, form: FormData, progress: (part: number) => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("X-Xiaoer", "1");
    request.setRequestHeader("Accept-Language", locale.value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, "Away", AWAY[locale.value]));
    request.onload = () => {
      const body = readJson(request.responseText);
      if (request.status < 300) return resolve(body as T);
      const refusal = (body ?? {}) as { code?: string; message?: string; detail?: unknown };
      reject(new ApiError(request.status, refusal.code ?? `Http${request.status}`, refusal.message ?? STRANGE[locale.value], refusal.detail));
    };
    request.send(form);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

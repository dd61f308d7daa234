import { locale } from "@ui/locale";

/** A refusal with the server's sentence; status 0 means that nobody answered. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail: Record<string, unknown> | null = null,
  ) {
    super(message);
    this.name = "Refusal";
  }
  /** Worth another try with the same content: nothing was decided. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 502 || this.status === 429;
  }
}

const AWAY = { zh: "连不上服务器，写好的内容都还在。", en: "The server cannot be reached. What you wrote is kept." };
const TIMEOUT_MS = 20_000;

let token: string | null = null;
export const bearer = (): string | null => token;
export function setBearer(next: string | null): void {
  token = next;
}

function headers(): Record<string, string> {
  const sent: Record<string, string> = { "Accept-Language": locale.value };
  if (token) sent.Authorization = `Bearer ${token}`;
  return sent;
}

function refusalOf(status: number, text: string): Refusal {
  try {
    const body = JSON.parse(text) as { code: string; message: string; detail?: Record<string, unknown> };
    return new Refusal(status, body.code, body.message, body.detail ?? null);
  } catch {
    return new Refusal(status, `Http${status}`, AWAY[locale.value]);
  }
}

/** `key`: the same key and body are done once, however often they are sent. */
export async function ask<T>(method: "GET" | "POST" | "PUT", path: string, body?: unknown, key?: string): Promise<T> {
  const sent = headers();
  if (key) sent["Idempotency-Key"] = key;
  if (body !== undefined) sent["Content-Type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: sent,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new Refusal(0, "Away", AWAY[locale.value]);
  }
  const text = await response.text().catch(() => "");
  if (!response.ok) throw refusalOf(response.status, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Sends one file and says how far it has come, 0 to 1. */
export function upload<T>(path: string, file: File, progress: (part: number) => void): { done: Promise<T>; stop: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open("POST", path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new Refusal(0, "Away", AWAY[locale.value]));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(refusalOf(request.status, request.responseText));
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
  return { done, stop: () => request.abort() };
}

import { get, post, put, remove, upload } from "./client";
import type { AddressForm, Attachment, ConsentKind, Customer, CustomerItem, Evidence, ImportRun, MergePlan, Order, OrderCard, Page, Phrase, PhraseCare, PhraseCategory, PhraseVersion, Product, Remark, Stock, StockDifference, Task, TaskDetail, TaskStep } from "./types";

type Filters = Record<string, string | number | boolean | undefined | null>;

export const customers = (filters: Filters) => get<Page<CustomerItem>>("/api/customers", filters);
export const customer = (id: string) => get<Customer>(`/api/customers/${id}`);
export const reveal = (id: string, wish: { field: string; reason: string; address_id?: string }) => post<{ value: string; until: string }>(`/api/customers/${id}/reveals`, wish);
export const changeCustomer = (id: string, entry: { name?: string; phone?: string; email?: string; note?: string }) => put<Customer>(`/api/customers/${id}`, entry);
export const consent = (id: string, word: { kind: ConsentKind; given: boolean; source: string }) => put<Customer>(`/api/customers/${id}/consent`, word);
export const addAddress = (id: string, address: AddressForm) => post<Customer>(`/api/customers/${id}/addresses`, address);
export const removeAddress = (id: string, address: string) => remove<Customer>(`/api/customers/${id}/addresses/${address}`);
export const lookalikes = (id: string) => get<{ items: CustomerItem[] }>(`/api/customers/${id}/lookalikes`);
export const mergePlan = (id: string, other_id: string) => get<MergePlan>(`/api/customers/${id}/merge-plan`, { other_id });
export const mergeCustomers = (id: string, other_id: string) => post<Customer>(`/api/customers/${id}/merges`, { other_id });
export const tagCustomer = (id: string, tags: string[]) => put<Customer>(`/api/customers/${id}/tags`, { tags });

export const orders = (filters: Filters) => get<Page<OrderCard>>("/api/orders", filters);
export const order = (id: string) => get<Order>(`/api/orders/${id}`);
export const remark = (id: string, entry: { type: string; old_value?: string | null; new_value?: string | null; text: string; flag?: string | null; source_message_id?: string | null }) => post<Remark>(`/api/orders/${id}/remarks`, entry);

export const products = (filters: Filters) => get<Page<Product>>("/api/products", filters);
export const stock = (sku: string) => get<Stock>(`/api/skus/${sku}/stock`);
export const recordStock = (sku: string, counted: { page_stock?: number | null; actual_stock?: number | null }) => put<Stock>(`/api/skus/${sku}/stock`, counted);
export const stockDifferences = (filters: Filters) => get<Page<StockDifference>>("/api/stock-differences", filters);

export const phrases = (filters: Filters) => get<Page<Phrase>>("/api/phrases", filters);
export const addPhrase = (phrase: Partial<Phrase> & { care?: PhraseCare | null }) => post<Phrase>("/api/phrases", phrase);
export const changePhrase = (id: string, phrase: Partial<Phrase> & { care?: PhraseCare | null }) => put<Phrase>(`/api/phrases/${id}`, phrase);
export const retirePhrase = (id: string) => remove(`/api/phrases/${id}`);
export const restorePhrase = (id: string) => remove<Phrase>(`/api/phrases/${id}/retirement`);
export const copyPhrase = (id: string) => post<Phrase>(`/api/phrases/${id}/copies`);
export const phraseVersions = (id: string) => get<Page<PhraseVersion>>(`/api/phrases/${id}/versions`);
export const render = (id: string, context: { conversation_id: string; order_id?: string }) => post<{ text: string; missing: string[] }>(`/api/phrases/${id}/rendering`, context);
export const categories = () => get<Page<PhraseCategory>>("/api/phrase-categories");
export const addCategory = (category: Partial<PhraseCategory>) => post<PhraseCategory>("/api/phrase-categories", category);
export const changeCategory = (id: string, category: Partial<PhraseCategory>) => put<PhraseCategory>(`/api/phrase-categories/${id}`, category);

export const orderCategories = (ids: string[]) => put<Page<PhraseCategory>>("/api/phrase-categories/order", { ids });

export function sendFile(file: File, progress?: (part: number) => void): Promise<Attachment> {
  const form = new FormData();
  form.append("file", file);
  return upload<Attachment>("/api/files", form, progress);
}
export const capture = (entry: { kind: string; subject: { type: string; id: string }; message_ids?: string[]; file_ids?: string[]; note?: string }) => post<Evidence>("/api/evidence", entry);
export const evidence = (subject_type: string, subject_id: string) => get<Page<Evidence>>("/api/evidence", { subject_type, subject_id });
export const tasks = (filters: Filters) => get<Page<Task>>("/api/tasks", filters);
export const task = (id: string) => get<TaskDetail>(`/api/tasks/${id}`);
export const taskStory = (id: string) => get<Page<TaskStep>>(`/api/tasks/${id}/timeline`);
export const commentTask = (id: string, text: string, key: string) => post<TaskDetail["comments"][number]>(`/api/tasks/${id}/comments`, { text }, key);
export const postponeTask = (id: string, wish: { due_at: string; reason: string }) => put<Task>(`/api/tasks/${id}/due`, wish);
export const assignTask = (id: string, agent_id: string) => put<Task>(`/api/tasks/${id}/assignment`, { agent_id });
export const acceptTask = (id: string) => put<Task>(`/api/tasks/${id}/acknowledgement`);
export const addTask = (task: Record<string, unknown>) => post<Task>("/api/tasks", task);
export const finishTask = (id: string, note: string) => put<Task>(`/api/tasks/${id}/completion`, { note });

export function startImport(file: File, shop_id: string, progress?: (part: number) => void): Promise<ImportRun> {
  const form = new FormData();
  form.append("file", file);
  form.append("shop_id", shop_id);
  form.append("format", "auto");
  return upload<ImportRun>("/api/imports", form, progress);
}
export const importRun = (id: string) => get<ImportRun>(`/api/imports/${id}`);
export const correctMapping = (id: string, correction: { mapping: Record<string, string | null>; decimal_comma: boolean | null; keep: boolean }) => put<ImportRun>(`/api/imports/${id}/mapping`, correction);
export const imports = (shop_id?: string) => get<{ items: ImportRun[] }>("/api/imports", { shop_id });
export const runImport = (id: string) => post<ImportRun>(`/api/imports/${id}/start`);

import { get, post, put, remove } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Course = Wire["CourseOut"];
export type CourseForm = Wire["CourseIn"];
export type Exam = Wire["ExamOut"];
export type ExamForm = Wire["ExamIn"];
export type ExamQuestion = Wire["QuestionIn"];
export type Sitting = Wire["SittingOut"];
export type Paper = Wire["PaperOut"];
export type Weak = Wire["WeakOut"];

/** PRD-7: what there is to learn, who is to be tested on it, and how it went. */
export const courses = (shop_id: string) => get<Course[]>("/api/training/courses", { shop_id });
export const writeCourse = (id: string | null, form: CourseForm) => (id ? put<Course>(`/api/training/courses/${id}`, form) : post<Course>("/api/training/courses", form));
export const retireCourse = (id: string) => remove<void>(`/api/training/courses/${id}`);

export const exams = (shop_id: string) => get<Exam[]>("/api/training/exams", { shop_id });
export const writeExam = (id: string | null, form: ExamForm) => (id ? put<Exam>(`/api/training/exams/${id}`, form) : post<Exam>("/api/training/exams", form));
export const retireExam = (id: string) => remove<void>(`/api/training/exams/${id}`);
export const beginRound = (id: string) => post<{ sittings: number }>(`/api/training/exams/${id}/rounds`);

export const mine = () => get<Sitting[]>("/api/training/mine");
export const due = (shop_id: string) => get<Sitting[]>("/api/training/due", { shop_id });
export const results = (filters: Record<string, string | number | boolean | null | undefined>) => get<{ items: Sitting[]; next: string | null }>("/api/training/results", filters);
export const weakest = (shop_id: string) => get<Weak[]>("/api/training/weakest", { shop_id });

export const paper = (id: string) => get<Paper>(`/api/training/sittings/${id}`);
export const handIn = (id: string, answers: { question_id: string; chosen: number[] }[], key: string) => post<Paper>(`/api/training/sittings/${id}/attempts`, { answers }, key);
export const excuse = (id: string, reason: string) => put<void>(`/api/training/sittings/${id}/excuse`, { reason });

import { shallowRef } from "vue";

export interface Question {
  title: string;
  /** One line: what will happen, with amounts and times. */
  consequence: string;
  action: string;
  danger?: boolean;
  answer: (yes: boolean) => void;
}

export const question = shallowRef<Question | null>(null);

/** Asks before something that cannot be taken back; resolves to the person's answer. */
export function confirmed(ask: Omit<Question, "answer">): Promise<boolean> {
  question.value?.answer(false);
  return new Promise((resolve) => {
    question.value = {
      ...ask,
      answer: (yes) => {
        question.value = null;
        resolve(yes);
      },
    };
  });
}

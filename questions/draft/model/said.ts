import * as v from 'valibot';

const AnswerSchema = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.string() }) })), v.minLength(1)),
});

/** What a model said, out of an OpenAI-compatible server's answer; undefined in any other shape. */
export function saidIn(answer: unknown): string | undefined {
  const parsed = v.safeParse(AnswerSchema, answer);
  return parsed.success ? parsed.output.choices[0]?.message.content : undefined;
}

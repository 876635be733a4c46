import * as v from 'valibot';

const OpenAiSchema = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.string() }) })), v.minLength(1)),
});
const WorkersAiSchema = v.object({ response: v.union([v.string(), v.record(v.string(), v.unknown())]) });

/** What a model said, out of an OpenAI-compatible server's answer or that of Workers AI; undefined in any other shape. */
export function saidIn(answer: unknown): string | undefined {
  const openAi = v.safeParse(OpenAiSchema, answer);
  if (openAi.success) return openAi.output.choices[0]?.message.content;
  const workersAi = v.safeParse(WorkersAiSchema, answer);
  if (!workersAi.success) return undefined;
  const { response } = workersAi.output;
  // Where JSON was asked for, some of its models give it parsed.
  return typeof response === 'string' ? response : JSON.stringify(response);
}

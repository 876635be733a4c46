import { useMemo } from 'preact/hooks';
import { isDrafted } from '../drafting.ts';
import { languages } from '../languages.ts';

/** The language of the document, and what follows from it. */
export function LanguageField(props: {
  readonly language: string;
  readonly onLanguage: (tag: string) => void;
}) {
  const { language, onLanguage } = props;
  const known = useMemo(languages, []);
  return (
    <div class="field">
      <label for="new-deck-language">Its language</label>
      <select
        id="new-deck-language"
        class="text"
        value={language}
        aria-describedby="new-deck-language-means"
        onChange={(event) => onLanguage(event.currentTarget.value)}
      >
        {known.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
      <p class="quiet" id="new-deck-language-means">
        {isDrafted(language)
          ? ''
          : 'Drafts are made for English. In another language you select the passages and write the questions yourself.'}
      </p>
    </div>
  );
}

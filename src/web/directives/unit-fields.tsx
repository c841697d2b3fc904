import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { SelectField } from '../ui/field.tsx';
import { directiveWords } from './words.ts';

/** Who leads, and who helps. */
export function UnitFields({
  lead,
  coordinating,
  onLead,
  onCoordinating,
  error,
  outside,
}: {
  lead: string;
  coordinating: readonly string[];
  onLead: (unitId: string) => void;
  onCoordinating: (unitIds: string[]) => void;
  error?: string | undefined;
  /** A body outside the agency leads: it stays unless a unit is chosen. */
  outside?: string | undefined;
}) {
  const said = useWords(directiveWords);
  const { data: units = [] } = useUnits();
  return (
    <>
      <SelectField
        label={said.lead}
        value={lead}
        required={outside === undefined}
        error={error}
        onChange={(event) => onLead(event.target.value)}
        options={[
          { value: '', label: outside ?? said.chooseUnit },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <fieldset className="field">
        <legend>{said.coordinating}</legend>
        <div className="checks">
          {units
            .filter(({ id }) => id !== lead)
            .map(({ id, name }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={coordinating.includes(id)}
                  onChange={(event) =>
                    onCoordinating(
                      event.target.checked ? [...coordinating, id] : coordinating.filter((one) => one !== id),
                    )
                  }
                />
                {name}
              </label>
            ))}
        </div>
      </fieldset>
    </>
  );
}

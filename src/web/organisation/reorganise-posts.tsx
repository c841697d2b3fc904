import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField } from '../ui/field.tsx';
import { Table } from '../ui/table.tsx';
import { overTimeWords } from './over-time-words.ts';
import { type Placing, Target } from './reorganise-target.tsx';

const roles = ['director', 'office', 'head', 'officer', 'auditor', 'administrator'] as const;

/** Who goes where and in which role; of two heads one is chosen. */
export function PostRows({ preview, place }: Placing) {
  const said = useWords(overTimeWords);
  const { role: names } = useWords(common);
  return (
    <Table heads={[said.person, said.to, said.newRole]}>
      {preview.posts.map((one) => (
        <tr key={one.id}>
          <td>
            <strong>{one.person}</strong>
            <div className="small quiet">
              {one.title ?? names[one.role]} · {one.fromName}
            </div>
          </td>
          <td>
            <Target
              preview={preview}
              target={one.target}
              label={`${said.to}: ${one.person}`}
              none={said.endPost}
              onTarget={(target) => place({ record: 'post', id: one.id, target })}
            />
          </td>
          <td>
            {one.target !== null && (
              <SelectField
                label={`${said.newRole}: ${one.person}`}
                labelHidden
                value={one.newRole}
                onChange={(event) => {
                  const role = roles.find((value) => value === event.target.value);
                  if (role) place({ record: 'post', id: one.id, target: one.target, role });
                }}
                options={roles.map((value) => ({ value, label: names[value] }))}
              />
            )}
            {one.secondHead && one.target !== null && (
              <div className="small late-words">{said.secondHead}</div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

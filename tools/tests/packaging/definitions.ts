import { dirname } from 'node:path';
import ts from 'typescript';

/** The file in which an editor opens the definition of an exported name. */
export interface Definition {
  readonly exported: string;
  readonly file: string;
}

interface Position {
  readonly fileName: string;
  readonly pos: number;
}

/** The way from a position in a declaration file to its source, which editors use and TypeScript does not declare. */
interface WithSourceMapper {
  getSourceMapper(): { tryGetSourcePosition(position: Position): Position | undefined };
}

/** Goes to the definition of everything that a declaration file exports, through the declaration maps. */
export function definitionsOf(declarations: string): Definition[] {
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
    }),
    getScriptFileNames: () => [declarations],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const content = ts.sys.readFile(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => dirname(declarations),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  });
  const mapper = (service as unknown as WithSourceMapper).getSourceMapper();
  return exportedNames(service, declarations).flatMap(({ exported, position }) =>
    (service.getDefinitionAtPosition(declarations, position) ?? []).map(({ fileName, textSpan }) => ({
      exported,
      file: mapper.tryGetSourcePosition({ fileName, pos: textSpan.start })?.fileName ?? fileName,
    })),
  );
}

function exportedNames(
  service: ts.LanguageService,
  file: string,
): { readonly exported: string; readonly position: number }[] {
  const program = service.getProgram();
  const source = program?.getSourceFile(file);
  const module = source && program?.getTypeChecker().getSymbolAtLocation(source);
  if (!program || !source || !module) throw new Error(`${file} exports nothing`);
  return program
    .getTypeChecker()
    .getExportsOfModule(module)
    .flatMap((symbol) => {
      const declaration = symbol.declarations?.find((one) => one.getSourceFile() === source);
      const name = declaration && ts.getNameOfDeclaration(declaration);
      return name ? [{ exported: symbol.name, position: name.getStart() }] : [];
    });
}

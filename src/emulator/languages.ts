/**
 * What dism.exe prints on a machine of another language, without /English: the words of the frame and of the usual
 * captions. The Chinese ones are those of a capture as far as it goes; a text that is not here stays English. To add a
 * language: a row in `languages`. `$1` is what stands behind the words.
 */
export function translator(culture: string): (line: string) => string {
  const texts = languages[culture.toLowerCase()] ?? languages[culture.toLowerCase().replace(/-.*/, '')];
  if (texts === undefined) return (line) => line;
  const rows = Object.entries(texts).map(([english, other]) => ({ parts: english.split('$1'), other }));
  return (line) => {
    for (const { parts, other } of rows) {
      const [before = '', after] = parts;
      if (after === undefined ? line === before : isBetween(line, before, after)) {
        const value = line.slice(before.length, line.length - (after ?? '').length);
        return other.replace('$1', () => value);
      }
    }
    return line;
  };
}

function isBetween(line: string, before: string, after: string): boolean {
  return line.length >= before.length + after.length && line.startsWith(before) && line.endsWith(after);
}

const PARTLY_UNMOUNTED =
  'The directory could not be completely unmounted. This is usually due to applications that still have files opened within the mount directory. Close these files and unmount again to complete the unmount process.';

const languages: Record<string, Record<string, string>> = {
  'zh-cn': {
    'Deployment Image Servicing and Management tool': '部署映像服务和管理工具',
    'Version: $1': '版本: $1',
    'Image Version: $1': '映像版本: $1',
    'Image File : $1': '映像文件 : $1',
    'Image Index : $1': '映像索引 : $1',
    'Details for image : $1': '映像详细信息: $1',
    'Index : $1': '索引: $1',
    'Name : $1': '名称: $1',
    'Description : $1': '描述: $1',
    'Size : $1 bytes': '大小: $1 个字节',
    'Mounting image': '正在装载映像',
    'Saving image': '正在保存映像',
    'Unmounting image': '正在卸载映像',
    'Exporting image': '正在导出映像',
    'Applying image': '正在应用映像',
    'The operation completed successfully.': '操作成功完成。',
    'Error: $1': '错误: $1',
    [PARTLY_UNMOUNTED]:
      '不能完全卸载目录。这通常是由于应用程序仍在装载目录中打开文件。请关闭这些文件并重新卸载来完成卸载过程。',
    'The DISM log file can be found at $1': '可以在 $1 上找到 DISM 日志文件',
  },
  de: {
    'Deployment Image Servicing and Management tool': 'Tool zur Imageverwaltung für die Bereitstellung',
    'Image Version: $1': 'Abbildversion: $1',
    'Image File : $1': 'Abbilddatei : $1',
    'Image Index : $1': 'Abbildindex : $1',
    'Details for image : $1': 'Details für Abbild : $1',
    'Description : $1': 'Beschreibung : $1',
    'Size : $1 bytes': 'Größe : $1 Bytes',
    'Mounting image': 'Abbild wird bereitgestellt',
    'Saving image': 'Abbild wird gespeichert',
    'Unmounting image': 'Bereitstellung des Abbilds wird aufgehoben',
    'Exporting image': 'Abbild wird exportiert',
    'Applying image': 'Abbild wird übernommen',
    'The operation completed successfully.': 'Der Vorgang wurde erfolgreich beendet.',
    'Error: $1': 'Fehler: $1',
    'The DISM log file can be found at $1': 'Die DISM-Protokolldatei befindet sich unter "$1".',
  },
  es: {
    'Deployment Image Servicing and Management tool':
      'Herramienta Administración y mantenimiento de imágenes de implementación',
    'Version: $1': 'Versión: $1',
    'Image Version: $1': 'Versión de imagen: $1',
    'Image File : $1': 'Archivo de imagen : $1',
    'Image Index : $1': 'Índice de imagen : $1',
    'Details for image : $1': 'Detalles de la imagen : $1',
    'Index : $1': 'Índice : $1',
    'Name : $1': 'Nombre : $1',
    'Description : $1': 'Descripción : $1',
    'Size : $1 bytes': 'Tamaño : $1 bytes',
    'Mounting image': 'Montando imagen',
    'Saving image': 'Guardando imagen',
    'Unmounting image': 'Desmontando imagen',
    'Exporting image': 'Exportando imagen',
    'Applying image': 'Aplicando imagen',
    'The operation completed successfully.': 'La operación se completó correctamente.',
    'Error: $1': 'Error: $1',
    'The DISM log file can be found at $1': 'El archivo de registro de DISM se encuentra en $1',
  },
};

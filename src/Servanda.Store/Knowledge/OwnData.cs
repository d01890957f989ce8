// A user's own data: a folder, or a single file, kept in compiled form so that it is parsed once.
using Servanda.Model;

namespace Servanda.Store;

public static class OwnData
{
    /// <summary>The files laid over what is known. What has faults is not used at all.</summary>
    /// <param name="cacheFolder">Where the compiled form is kept; where it cannot be written, files are parsed each time.</param>
    public static KnowledgeFolder Read(string path, Knowledge under, LanguageParts languages, string cacheFolder)
    {
        var files = DataFiles.InFolder(path);
        var kept = Path.Combine(cacheFolder, $"{files.Hash}-{typeof(OwnData).Module.ModuleVersionId:N}.knowledge");
        if (Kept(kept) is { } compiled) return KnowledgeFolder.Read(compiled, under, languages);
        // All of it is checked before any of it is used, however little of it the call needs.
        var whole = KnowledgeFolder.Read(files, under);
        if (whole.Faults.Count > 0) return whole;
        Keep(files, kept);
        return languages == LanguageParts.All ? whole : KnowledgeFolder.Read(files, under, languages);
    }

    private static DataFiles? Kept(string path)
    {
        try
        {
            return CompiledFiles.Read(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private static void Keep(DataFiles files, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            CompiledFiles.Write(files, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Not kept: the next call parses the files again.
        }
    }
}

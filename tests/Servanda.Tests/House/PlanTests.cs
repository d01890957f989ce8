// The plan of the rooms: who may know whom, and who may touch disk, network and clock.
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace Servanda.Tests;

public class PlanTests
{
    private static readonly string[] Middle = ["Servanda.Reading", "Servanda.Coding", "Servanda.Ledger", "Servanda.Terms", "Servanda.Store"];

    public static TheoryData<string> Rooms => [.. Middle, "Servanda.Model", "Servanda"];

    [Theory, MemberData(nameof(Rooms))]
    public void Dependencies_point_down(string room)
    {
        var allowed = room switch { "Servanda.Model" => [], "Servanda" => [.. Middle, "Servanda.Model"], _ => new[] { "Servanda.Model" } };
        var project = XDocument.Load(Repository.PathOf("src", room, $"{room}.csproj"));
        var references = project.Descendants("ProjectReference").Select(one => Path.GetFileNameWithoutExtension(one.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(allowed));
        Assert.Empty(AssemblyReferences(room).Where(IsOurs).Except(allowed));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_holds_only_its_own_namespace(string room)
    {
        using var image = Open(room);
        var reader = image.GetMetadataReader();
        var strangers = reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => !type.IsNested)
            .Select(type => (Namespace: reader.GetString(type.Namespace), Name: reader.GetString(type.Name)))
            .Where(type => !type.Name.StartsWith('<') && type.Namespace != room && !type.Namespace.StartsWith(room + ".", StringComparison.Ordinal))
            .Where(type => type.Namespace is not ("" or "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices" or "System.Text.RegularExpressions.Generated"));
        Assert.Empty(strangers);
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Only_the_store_touches_a_disk_or_a_database(string room)
    {
        if (room == "Servanda.Store") return;
        string[] disk = ["System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemInfo", "System.IO.RandomAccess", "System.IO.FileSystemWatcher"];
        var touched = TypesUsedBy(room).Where(type => disk.Contains(type) || type.StartsWith("Microsoft.Data.", StringComparison.Ordinal) || type.StartsWith("Dapper.", StringComparison.Ordinal));
        Assert.Empty(touched);
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Only_the_command_touches_a_network_or_the_screen(string room)
    {
        if (room == "Servanda") return;
        var touched = TypesUsedBy(room).Where(type => type == "System.Console" || type.StartsWith("System.Net.Sockets.", StringComparison.Ordinal) || type.StartsWith("System.Net.Http.", StringComparison.Ordinal));
        Assert.Empty(touched);
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Only_Program_reads_the_clock(string room)
    {
        string[] clocks =
        [
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
            "System.TimeProvider.get_System", "NodaTime.SystemClock.get_Instance", "System.Environment.get_TickCount64", "System.Guid.NewGuid", "System.Random..ctor", "System.Random.get_Shared",
        ];
        var readers = Callers(room, clocks).Where(caller => caller.Type != "Servanda.Program");
        Assert.Empty(readers);
    }

    [Theory, MemberData(nameof(Rooms))]
    public void There_is_no_static_mutable_state(string room)
    {
        using var image = Open(room);
        var reader = image.GetMetadataReader();
        var mutable = from handle in reader.TypeDefinitions
                      let type = reader.GetTypeDefinition(handle)
                      where !IsGenerated(reader, type)
                      from field in type.GetFields().Select(reader.GetFieldDefinition)
                      where field.Attributes.HasFlag(System.Reflection.FieldAttributes.Static)
                          && (field.Attributes & (System.Reflection.FieldAttributes.InitOnly | System.Reflection.FieldAttributes.Literal)) == 0
                          && !reader.GetString(field.Name).StartsWith('<')
                      select $"{reader.GetString(type.Name)}.{reader.GetString(field.Name)}";
        Assert.Empty(mutable);
    }

    private static bool IsOurs(string name) => name == "servanda" || name.StartsWith("Servanda.", StringComparison.Ordinal);

    private static bool IsGenerated(MetadataReader reader, TypeDefinition type) =>
        reader.GetString(type.Name).StartsWith('<')
        || reader.GetString(type.Namespace) == "System.Text.RegularExpressions.Generated"
        || type.GetCustomAttributes().Any(handle => AttributeName(reader, handle) is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || !type.GetDeclaringType().IsNil && IsGenerated(reader, reader.GetTypeDefinition(type.GetDeclaringType()));

    private static string? AttributeName(MetadataReader reader, CustomAttributeHandle handle) =>
        reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
            ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name) : null;

    private static PEReader Open(string room) =>
        new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, room == "Servanda" ? "servanda.dll" : $"{room}.dll")));

    private static IReadOnlyList<string> AssemblyReferences(string room)
    {
        using var image = Open(room);
        var reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    private static IReadOnlyList<string> TypesUsedBy(string room)
    {
        using var image = Open(room);
        var reader = image.GetMetadataReader();
        return [.. reader.TypeReferences.Select(reader.GetTypeReference).Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")];
    }

    /// <summary>The methods of a room whose body holds a call of one of the named members: the token of the member, as call, callvirt and newobj carry it.</summary>
    private static List<(string Type, string Method)> Callers(string room, IReadOnlyList<string> members)
    {
        using var image = Open(room);
        var reader = image.GetMetadataReader();
        var tokens = new HashSet<int>();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference) continue;
            var type = reader.GetTypeReference((TypeReferenceHandle)member.Parent);
            var name = reader.GetString(member.Name);
            if (name == ".ctor" && member.DecodeMethodSignature(new Blank(), null).ParameterTypes.Length > 0) continue; // new Random(seed) is no clock
            if (members.Contains($"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}.{name}")) tokens.Add(System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle));
        }
        var callers = new List<(string, string)>();
        if (tokens.Count == 0) return callers;
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                if (method.RelativeVirtualAddress == 0) continue;
                var code = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
                for (var at = 0; at + 4 < code.Length; at++)
                    if (code[at] is 0x28 or 0x6F or 0x73 && tokens.Contains(BitConverter.ToInt32(code, at + 1)))
                        callers.Add(($"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}", reader.GetString(method.Name)));
            }
        }
        return callers;
    }

    /// <summary>Decodes signatures when only the number of parameters matters.</summary>
    private sealed class Blank : ISignatureTypeProvider<int, object?>
    {
        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        public int GetSZArrayType(int elementType) => 0;

        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => 0;

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

        public int GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => 0;
    }
}

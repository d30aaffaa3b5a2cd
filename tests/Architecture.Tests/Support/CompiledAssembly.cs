using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LockGraph.Architecture.Tests.Support;

/// <summary>An assembly as its metadata says; nothing of it is loaded or run.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public CompiledAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>Names of the assemblies it refers to.</summary>
    public IReadOnlyList<string> References =>
        [.. _metadata.AssemblyReferences.Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name))];

    /// <summary>Full names of the foreign types it uses anywhere, in signatures or in code.</summary>
    public IReadOnlyList<string> ForeignTypes => [.. _metadata.TypeReferences.Select(handle => SignatureTypes.NameOf(_metadata, handle)).Order(StringComparer.Ordinal)];

    /// <summary>Foreign members it uses anywhere, as <c>Type.Member</c>.</summary>
    public IReadOnlyList<string> ForeignMembers =>
    [
        .. _metadata.MemberReferences.Select(_metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => SignatureTypes.NameOf(_metadata, (TypeReferenceHandle)member.Parent) + "." + _metadata.GetString(member.Name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Simple names of the types that a person named, in our namespaces: those of polyfills are the BCL's.</summary>
    public IReadOnlyList<string> NamedTypes =>
    [
        .. _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition)
            .Where(type => NamespaceOf(type).Split('.')[0] == "LockGraph")
            .Select(type => _metadata.GetString(type.Name)).Where(name => !name.Contains('<')),
    ];

    /// <summary>Static fields that a person wrote and that may change, as <c>Type.Field</c>.</summary>
    public IReadOnlyList<string> ChangingStatics =>
    [
        .. from handle in _metadata.TypeDefinitions
           let type = _metadata.GetTypeDefinition(handle)
           where !_metadata.GetString(type.Name).Contains('<')
           from member in type.GetFields().Select(_metadata.GetFieldDefinition)
           where (member.Attributes & (FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.Literal)) == FieldAttributes.Static
           where !_metadata.GetString(member.Name).Contains('<')
           select _metadata.GetString(type.Name) + "." + _metadata.GetString(member.Name),
    ];

    /// <summary>Full names of the foreign types that a user of the assembly has to know: base types, and types of visible members.</summary>
    public IReadOnlySet<string> PublicForeignTypes()
    {
        var seen = new SignatureTypes();
        foreach (TypeDefinition type in _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition).Where(IsVisible))
        {
            seen.Note(_metadata, type.BaseType);
            foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
            {
                seen.Note(_metadata, _metadata.GetInterfaceImplementation(handle).Interface);
            }

            foreach (FieldDefinition field in type.GetFields().Select(_metadata.GetFieldDefinition).Where(field => IsVisible(field.Attributes & FieldAttributes.FieldAccessMask)))
            {
                field.DecodeSignature(seen, null);
            }

            // Accessors are methods, so properties and events are covered by them.
            foreach (MethodDefinition method in type.GetMethods().Select(_metadata.GetMethodDefinition).Where(method => IsVisible(method.Attributes & MethodAttributes.MemberAccessMask)))
            {
                method.DecodeSignature(seen, null);
            }
        }

        return seen.Names;
    }

    public void Dispose() => _file.Dispose();

    private string NamespaceOf(TypeDefinition type) =>
        type.IsNested ? NamespaceOf(_metadata.GetTypeDefinition(type.GetDeclaringType())) : _metadata.GetString(type.Namespace);

    private bool IsVisible(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(_metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MethodAttributes access) => access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes access) => access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}

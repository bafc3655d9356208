using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Channels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "event_endpoints",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "Webhook");

            migrationBuilder.CreateTable(
                name: "vault_channels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    path_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    sender = table.Column<string>(type: "text", nullable: true),
                    protected_address = table.Column<byte[]>(type: "bytea", nullable: true),
                    protected_socket = table.Column<byte[]>(type: "bytea", nullable: true),
                    protected_former_address = table.Column<byte[]>(type: "bytea", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    look_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_channels", x => x.id);
                    table.ForeignKey(
                        name: "fk_vault_channels_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vault_channels_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_vault_channels_consent_id",
                table: "vault_channels",
                column: "consent_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vault_channels_dossier_id",
                table: "vault_channels",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_vault_channels_look",
                table: "vault_channels",
                column: "look_at",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_vault_channels_path_sha256",
                table: "vault_channels",
                column: "path_sha256",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vault_channels");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "event_endpoints");
        }
    }
}

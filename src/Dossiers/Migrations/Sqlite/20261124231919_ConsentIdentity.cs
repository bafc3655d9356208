using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConsentIdentity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_consents_one_active",
                table: "consents");

            migrationBuilder.AddColumn<string>(
                name: "expired_at",
                table: "consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "identity_key",
                table: "consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "vault_identities",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    offline_from = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_identities", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consents_one_active",
                table: "consents",
                column: "dossier_id",
                unique: true,
                filter: "withdrawn_at IS NULL AND vault_refused_at IS NULL AND expired_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vault_identities");

            migrationBuilder.DropIndex(
                name: "ix_consents_one_active",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "expired_at",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "identity_key",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "until",
                table: "consents");

            migrationBuilder.CreateIndex(
                name: "ix_consents_one_active",
                table: "consents",
                column: "dossier_id",
                unique: true,
                filter: "withdrawn_at IS NULL AND vault_refused_at IS NULL");
        }
    }
}

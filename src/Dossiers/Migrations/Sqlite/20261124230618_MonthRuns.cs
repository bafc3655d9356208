using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MonthRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "run_id",
                table: "vault_reads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "expected_end_at",
                table: "runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_late",
                table: "runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "progress_at",
                table: "runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scheduled_for",
                table: "runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "slice",
                table: "runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "slices",
                table: "runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "taken_up",
                table: "runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "settled_vaults",
                columns: table => new
                {
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    listing = table.Column<string>(type: "TEXT", nullable: false),
                    signers = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    law_version = table.Column<string>(type: "TEXT", nullable: false),
                    facts_seen_to = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settled_vaults", x => x.consent_id);
                    table.ForeignKey(
                        name: "fk_settled_vaults_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_vault_reads_run_id",
                table: "vault_reads",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_runs_one_firing",
                table: "runs",
                columns: new[] { "ocmw_kbo", "month", "scheduled_for", "slice" },
                unique: true,
                filter: "scheduled_for IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "settled_vaults");

            migrationBuilder.DropIndex(
                name: "ix_vault_reads_run_id",
                table: "vault_reads");

            migrationBuilder.DropIndex(
                name: "ix_runs_one_firing",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "vault_reads");

            migrationBuilder.DropColumn(
                name: "expected_end_at",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "is_late",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "progress_at",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "scheduled_for",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "slice",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "slices",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "taken_up",
                table: "runs");
        }
    }
}
